namespace CaseMgmt.Workflows.Execution;

/// <summary>A failure of one activity instance. Open, it lives in the instance's state; a retry or a skip closes it.</summary>
/// <param name="Code">Stable word of a modelled failure; "exception" for anything an activity threw, "input" for an expression that failed, "budget" for a runaway.</param>
public sealed record Incident(
    string ActivityId, string ActivityType, string ActivityInstanceId, string Code, string Message, string? Detail, DateTime At)
{
    /// <summary>What an operator reads: of an expression that failed also why, which Elsa keeps in an inner exception.</summary>
    public string Told => Code == "input" && Detail is { Length: > 0 } ? $"{Message}: {Detail}" : Message;
}
