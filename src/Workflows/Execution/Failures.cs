namespace CaseMgmt.Workflows.Execution;

/// <summary>Turns what an activity threw into the failure that its incident shows.</summary>
internal static class Failures
{
    public static ActivityResult.Failure WaitsForNothing { get; } = new("waits-for-nothing", "The activity neither completed nor waits for anything.");

    public static ActivityResult.Failure From(Exception problem) => problem is InputException { InnerException: { } inner }
        ? new ActivityResult.Failure("input", problem.Message) { Detail = inner.Message }
        : new ActivityResult.Failure("exception", problem.Message) { Detail = problem.GetType().Name };
}
