using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Designer.Recorded;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Designer.Replay;

/// <summary>
/// Runs a version dry over recorded cases with the interpreter that runs real ones. Deterministic: the clock is that of the history, the answers are those
/// people gave, timers fire when they are due. It stops where history has no answer.
/// </summary>
public sealed class CaseReplay(CompiledDefinition definition, Func<string, int, FormDefinition?> forms, WorkingCalendar calendar, TimeZoneInfo zone)
{
    private readonly AnswerCheck check = new(forms, calendar);

    public ReplayResult Run(RecordedCase recorded)
    {
        var track = new ReplayTrack(definition, recorded, zone);
        var (breaches, misses) = (new List<SlaBreach>(), new List<FormMiss>());
        while (track.Next() is { } answered)
        {
            check.Look(recorded, answered, breaches, misses);
        }

        return new ReplayResult(track.Stop, Compare(Taken(recorded), track), breaches, misses);
    }

    /// <summary>The way of the recorded case: each node that completed, with its outcome.</summary>
    private List<string> Taken(RecordedCase recorded) =>
    [
        .. recorded.Steps.SelectMany(step => step.Lines).Where(line => line.Event == "Completed" && definition.FindNode(line.Node)?.Activity.Descriptor.IsContainer != true && line.Node != definition.Nodes[0].Id)
            .Select(line => ReplayTrack.Way(line.Node, line.Outcomes)),
    ];

    // A replay that stopped has gone only part of the way: what it went is compared.
    private OtherWay? Compare(List<string> was, ReplayTrack track)
    {
        var now = track.Taken;
        for (var index = 0; index < Math.Max(was.Count, now.Count); index++)
        {
            if (index >= now.Count && track.Stop is not null)
            {
                return null;
            }

            var (before, after) = (was.ElementAtOrDefault(index), now.ElementAtOrDefault(index));
            if (before != after)
            {
                return new(index == 0 ? null : Named(now[index - 1]), before is null ? null : Named(before), after is null ? null : Named(after));
            }
        }

        return null;
    }

    private string Named(string way)
    {
        var parts = way.Split(' ', 2);
        var name = definition.FindNode(parts[0])?.DisplayName ?? parts[0];
        return parts[1].Length == 0 || parts[1] == "Done" ? name : $"{name} · {parts[1]}";
    }
}
