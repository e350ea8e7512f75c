using System.Globalization;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Workbench;

namespace CaseMgmt.Cases.Plans.ProblemLists;

/// <summary>The lines of a list as a table of texts, its heads in the reader's language. Pure.</summary>
public static class ProblemTable
{
    private static readonly string[] Columns = ["case", "unit", "theme", "object", "metric", "limit", "state", "due"];

    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<ReadProblemLists.LineView> lines, string language) =>
    [
        [.. Columns.Select(column => Texts.Get(language, "problem-list.column." + column))],
        .. lines.Select(line => (IReadOnlyList<string>)
        [
            line.CaseNumber, line.OrgName, line.ThemeName, line.ObjKey, Number(line.Metric), Number(line.LimitValue), Texts.Get(language, "problem-list.state." + line.State),
            line.DueAt is { } due ? BusinessDay.Of(due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        ]),
    ];

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
