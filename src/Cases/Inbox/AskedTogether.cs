using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Inbox;

/// <summary>Questions that one step put to several people at once: which belong together, which answers are sealed for now, and how it came out. Pure.</summary>
public static class AskedTogether
{
    /// <summary>How often each outcome was chosen, once nobody is asked any more.</summary>
    public sealed record Summary(string Title, int Asked, IReadOnlyList<Count> Outcomes, DateTime At);

    public sealed record Count(string Outcome, int Votes);

    /// <summary>What one transition asked of several people has ids that differ in the last number only.</summary>
    public static string RoundOf(string workItemId) => workItemId[..(workItemId.LastIndexOf('-') + 1)];

    /// <summary>
    /// Ids of the opinions that nobody but their author may read yet: an expert who is still in time has not answered, and shall not know what the others
    /// think. They open when everybody has answered, when the step is decided, or when the time is over.
    /// </summary>
    public static IReadOnlySet<string> Sealed(IReadOnlyCollection<WorkItem> items, long reader, DateTime now)
    {
        var blind = items.Where(item => item.ActivityType == ExpertReview.TypeName).ToList();
        var awaited = blind.Where(item => item.State == WorkItemStates.Open && (item.DueAt is null || item.DueAt > now)).Select(item => RoundOf(item.Id)).ToHashSet();
        return blind.Where(item => item.State == WorkItemStates.Completed && item.CompletedBy != reader && awaited.Contains(RoundOf(item.Id))).Select(item => item.Id).ToHashSet();
    }

    /// <summary>One line for each step that several people answered.</summary>
    public static IReadOnlyList<Summary> Summaries(IEnumerable<WorkItem> items) =>
    [
        .. items.GroupBy(item => (Round: RoundOf(item.Id), item.ActivityId)).Where(round => round.Count() > 1 && round.All(item => item.State != WorkItemStates.Open))
            .Select(round => (Round: round, Answered: round.Where(item => item.State == WorkItemStates.Completed).ToList())).Where(each => each.Answered.Count > 0)
            .Select(each => new Summary(
                each.Answered[0].Title, each.Round.Count(), [.. each.Answered.GroupBy(item => item.Outcome ?? "").Select(outcome => new Count(outcome.Key, outcome.Count())).OrderByDescending(count => count.Votes)],
                each.Answered.Max(item => item.CompletedAt!.Value))),
    ];
}
