namespace CaseMgmt.Workflows.Tests.Golden;

/// <summary>Where the engine does not do what Elsa 3.8 was recorded doing, why, and what it does instead.</summary>
/// <param name="Log">The whole journal of the main instance: "activity Event", separated by commas, between the starts and the completions of the containers.</param>
internal sealed record DeliberateDifference(string Recording, string Reason, string Console, string Log, string Status = "Finished/Finished")
{
    private const string DeadBranch = "The recorded run hangs, or ends without its join, because a branch that was never taken cannot arrive. A join waits only for what can still arrive.";
    private const string Joined = "d Started, d Completed, t Started, t Completed, join Started, join Completed, after Started, after Completed";
    private const string Merged = "d Started, d Completed, t Started, t Completed, m Started, m Completed";
    private const string OneBranchLate = "a Started, a Completed, l Started, l Completed, r Started, r Suspended, m Started, m Completed, z Started, z Completed, r Resumed, r Completed";

    public static IReadOnlyList<DeliberateDifference> All { get; } =
    [
        new("flow-join-inactive-waitall.counter", DeadBranch, "true, joined", Joined),
        new("flow-join-inactive-waitall.token", DeadBranch, "true, joined", Joined),
        new("flow-join-inactive-waitallactive.token", DeadBranch, "true, joined", Joined),
        new("flow-mergemode-inactive-converge", DeadBranch, "true, merge", Merged),
        new("flow-mergemode-inactive-merge", DeadBranch, "true, merge", Merged),
        new(
            "flow-mergemode-race", "The recorded flowchart never completes after the late branch. Here the late token is swallowed and the flowchart completes.",
            "start, left, merge, end", OneBranchLate),
        new(
            "flow-mergemode-cascade", "The recorded run swallows the second token and hangs. Elsa documents Cascade as one run for each arriving token; so it is here.",
            "start, left, merge, end, merge, end", OneBranchLate + ", m Started, m Completed, z Started, z Completed"),
        new(
            "flow-join-waitany.counter", "The recorded join runs twice and so does what follows it. A join runs once.", "left, joined",
            "fork Started, fork Completed, l1 Started, l1 Completed, r1 Started, r1 Suspended, join Started, r1 Canceled, join Completed, after Started, after Completed"),
        new(
            "parallel-foreach-object-expression", "Elsa takes the text of an Object expression for no list and runs no body. The items are iterated, as ForEach does.",
            "body, body, body, end",
            "f Started, p Started, p Completed, p Started, p Completed, p Started, p Completed, f Completed, end Started, end Completed"),
        new(
            "startat-far-future", "Elsa's local scheduler throws for an instant beyond its timer's range after the state is saved. A timer is a row here: no exception.",
            "end", "s Started, s Suspended, s Resumed, s Completed, z Started, z Completed"),
        new(
            "csharp-js", "C# would need a compiler and host objects inside a definition: it is refused before publishing and faults when run all the same. JavaScript runs.",
            "", "s1 Started, s1 Faulted", "Finished/Faulted"),
    ];
}
