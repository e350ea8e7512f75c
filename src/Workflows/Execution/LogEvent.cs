using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>Names of events as Elsa's journal writes them.</summary>
public enum LogKind { Started, Completed, Suspended, Resumed, Faulted, Canceled }

/// <summary>
/// One line of the journal. A struct that refers to its node: a transition of a hundred activities writes hundreds of them, and most are read once.
/// </summary>
public readonly record struct LogEvent(
    CompiledNode Node, LogKind Kind, string InstanceId, int Number, int ParentNumber, IReadOnlyList<string>? Outcomes, string? Message)
{
    public string ActivityId => Node.Id;

    public string ActivityType => Node.Type;

    public string Event => Kind.ToString();

    public string ActivityInstanceId => ActivityInstance.IdOf(InstanceId, Number);

    public string? ParentActivityInstanceId => ParentNumber == 0 ? null : ActivityInstance.IdOf(InstanceId, ParentNumber);
}
