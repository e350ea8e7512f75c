using System.Globalization;
using System.Text;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Plans.ProblemLists;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>GET /api/indicators/export?org=&amp;ym=&amp;format=: the board in the reader's language, with the months of its lines; CSV, or a workbook for format "xlsx".</summary>
public static class ExportBoard
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder api) => api.MapGet("/indicators/export", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("indicators.export");

    private static async Task<IResult> HandleAsync(
        string? org, string? ym, string? format, CaseDbContext db, IndicatorLibrary library, CurrentAccount me, HttpContext context, CancellationToken cancellation)
    {
        var board = await ReadBoard.ReadAsync(org, ym, db, library, me, cancellation);
        var language = Texts.LanguageOf(context);
        IEnumerable<IReadOnlyList<object?>> table =
            [[.. Texts.Get(language, "indicator.export.head").Split('|'), .. board.Months], .. board.Lines.Select(line => Cells(line, board, language == "en"))];
        var name = $"indicators-{board.OrgNo}-{board.Ym}";
        return format == "xlsx" ? Results.File(XlsxSheet.Write(board.Ym.Length > 0 ? board.Ym : "-", table), Workbook, name + ".xlsx") : Results.File(Csv(table), "text/csv; charset=utf-8", name + ".csv");
    }

    private static IReadOnlyList<object?> Cells(ReadBoard.Line line, ReadBoard.Board board, bool english) =>
    [
        board.OrgNo, board.OrgName, line.Specialty, line.Code, english ? line.NameEn : line.NameZh, english ? line.Unit.En : line.Unit.Zh, line.Value, line.Num, line.Den,
        line.Level, line.Warn, line.Alarm, .. line.Spark.Select(value => (object?)value),
    ];

    /// <summary>Spreadsheet programs take a file without the mark for the local code page. A number, negative ones too, is no formula.</summary>
    private static byte[] Csv(IEnumerable<IReadOnlyList<object?>> table) => Encoding.UTF8.GetBytes('\ufeff' + string.Concat(table.Select(cells =>
        string.Join(',', cells.Select(cell => cell is decimal number ? number.ToString("0.######", CultureInfo.InvariantCulture) : CsvCell.Of(cell as string ?? ""))) + "\r\n")));
}
