using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>The stepper of seven stages says what happened, in whatever order the definition puts them.</summary>
public sealed class CaseStagesTests
{
    [Fact]
    public void Of_ACaseReturnedFromRecheck_ShowsHandleAsCurrentAndRecheckAsWaiting() => Assert.Equal(
        ["done", "done", "done", "current", "waiting", "waiting", "waiting"],
        States("handle", ("monitor", 1), ("task", 1), ("dispatch", 2), ("handle", 3), ("recheck", 4)));

    [Fact]
    public void Of_ACaseThatImprovesBeforeItIsEvaluated_ShowsImproveAsDone() => Assert.Equal(
        ["done", "done", "done", "done", "done", "current", "done"],
        States("evaluate", ("monitor", 1), ("task", 1), ("dispatch", 2), ("handle", 3), ("recheck", 4), ("improve", 5)));

    [Fact]
    public void Of_ACaseClosedEarly_ShowsSkippedStagesAsWaiting() => Assert.Equal(
        ["done", "done", "done", "waiting", "waiting", "waiting", "waiting"],
        States("closed", ("monitor", 1), ("task", 1), ("dispatch", 2)));

    private static IEnumerable<string> States(string current, params (string Stage, int Hour)[] answered) =>
        CaseStages.Of(current, answered.Select(answer => (answer.Stage, new DateTime(2026, 6, 10, answer.Hour, 0, 0, DateTimeKind.Utc)))).Select(step => step.State);
}
