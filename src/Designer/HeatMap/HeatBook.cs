using CaseMgmt.Cases.Sla;
using CaseMgmt.Designer.Recorded;

namespace CaseMgmt.Designer.HeatMap;

/// <summary>
/// Counts visits, times and ways out of nodes while histories pass by. Times are working time of the calendar, the measure of every limit: a night or a
/// weekend does not count. A visit that is not over counts as a visit and has no time yet.
/// </summary>
/// <param name="version">Only transitions of this version; null for all.</param>
public sealed class HeatBook(WorkingCalendar calendar, int? version)
{
    private readonly Dictionary<string, List<double>> hours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> visits = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Node, string Port), int> ways = [];

    public void Add(IEnumerable<RecordedStep> steps)
    {
        var entered = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        foreach (var step in steps.Where(step => version is null || step.Version == version))
        {
            foreach (var line in step.Lines)
            {
                Note(entered, step.At, line);
            }
        }
    }

    public int Visits(string node) => visits.GetValueOrDefault(node);

    /// <summary>How often the node was left by this port.</summary>
    public int Ways(string node, string port) => ways.GetValueOrDefault((node, port));

    /// <summary>The time below which this share of the finished visits lies (nearest rank), in working hours; null without a finished visit.</summary>
    public double? Hours(string node, double share)
    {
        if (hours.GetValueOrDefault(node) is not { Count: > 0 } all)
        {
            return null;
        }

        all.Sort();
        return all[Math.Max(0, (int)Math.Ceiling(share * all.Count) - 1)];
    }

    private void Note(Dictionary<string, DateTime> entered, DateTime at, RecordedLine line)
    {
        if (line.Event == "Started")
        {
            entered[line.Node] = at;
            visits[line.Node] = Visits(line.Node) + 1;
        }
        else if (line.Event == "Completed" && entered.Remove(line.Node, out var since))
        {
            hours.TryAdd(line.Node, []);
            hours[line.Node].Add(calendar.Between(since, at).TotalHours);
            foreach (var port in line.Outcomes.Length == 0 ? ["Done"] : line.Outcomes.Split(','))
            {
                ways[(line.Node, port)] = Ways(line.Node, port) + 1;
            }
        }
    }
}
