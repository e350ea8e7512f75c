using System.Text.Json;

namespace CaseMgmt.Cases.Sla;

/// <summary>One rung of the escalation ladder, as the node's input carries it.</summary>
/// <param name="Step">reminder, warning, overdue, escalated, supervise-3, supervise-2, supervise-1; a new word is only a new text.</param>
/// <param name="Percent">Share of the limit after which it is due.</param>
/// <param name="OverdueDays">Or: working days after the limit.</param>
/// <param name="To">Who is told, with commas: "answerer" (those who may answer the work item) or roles at or above the unit of the case.</param>
/// <param name="Level">Escalation level the case gets; 0 leaves it.</param>
public sealed record LadderStep(string Step, int? Percent = null, decimal? OverdueDays = null, string To = "answerer", int Level = 0);

/// <summary>Turns a ladder and a limit into instants. Pure.</summary>
public static class Ladder
{
    public static IReadOnlyList<LadderStep> Read(string json) =>
        JsonSerializer.Deserialize<List<LadderStep>>(json, JsonSerializerOptions.Web) ?? [];

    /// <summary>Reads a ladder as a person wrote it in the designer; throws where a step could never come due.</summary>
    public static IReadOnlyList<LadderStep> Check(string json)
    {
        var steps = Read(json);
        return steps.FirstOrDefault(step => string.IsNullOrEmpty(step.Step) || (step.Percent is null && step.OverdueDays is null)) is { } wrong
            ? throw new FormatException($"Ladder step '{wrong.Step}' needs a name and percent or overdueDays.")
            : steps;
    }

    /// <summary>When each step is due for a limit that starts at <paramref name="openedAt"/>.</summary>
    public static IEnumerable<(LadderStep Step, DateTime DueAt)> Plan(
        IReadOnlyList<LadderStep> steps, WorkingCalendar calendar, DateTime openedAt, TimeSpan limit)
    {
        foreach (var step in steps)
        {
            var worked = step switch
            {
                { Percent: { } percent } => limit * (percent / 100d),
                { OverdueDays: { } days } => limit + (calendar.WorkingDay * (double)days),
                _ => throw new FormatException($"Ladder step '{step.Step}' needs percent or overdueDays."),
            };
            yield return (step, calendar.Add(openedAt, worked));
        }
    }
}
