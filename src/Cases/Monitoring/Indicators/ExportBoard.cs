using System.Globalization;
using System.Text;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>GET /api/indicators/export?org=&amp;ym=: the board as CSV in the reader's language, with the months of its lines.</summary>
public static class ExportBoard
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/indicators/export", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("indicators.export");

    private static async Task<IResult> HandleAsync(string? org, string? ym, CaseDbContext db, IndicatorLibrary library, CurrentAccount me, HttpContext context, CancellationToken cancellation)
    {
        var board = await ReadBoard.ReadAsync(org, ym, db, library, me, cancellation);
        var language = Texts.LanguageOf(context);
        var head = Texts.Get(language, "indicator.export.head").Split('|').Concat(board.Months);
        var lines = board.Lines.Select(line => Cells(line, board, language == "en")).Prepend(head);
        // Spreadsheet programs take a file without the mark for the local code page.
        var text = '\ufeff' + string.Concat(lines.Select(cells => string.Join(',', cells.Select(CsvCell.Of)) + "\r\n"));
        return Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", $"indicators-{board.OrgNo}-{board.Ym}.csv");
    }

    private static IEnumerable<string> Cells(ReadBoard.Line line, ReadBoard.Board board, bool english) =>
    [
        board.OrgNo, board.OrgName, line.Specialty, line.Code, english ? line.NameEn : line.NameZh, english ? line.Unit.En : line.Unit.Zh, Number(line.Value), Number(line.Num), Number(line.Den),
        line.Level, Number(line.Warn), Number(line.Alarm), .. line.Spark.Select(Number),
    ];

    /// <summary>A number, negative ones too, is no formula; the apostrophe of texts would make a text of it.</summary>
    private static string Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
