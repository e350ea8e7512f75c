using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>What a task comes from, and what is written there in the task's own commit: both happen or neither.</summary>
/// <param name="Subject">History subject of the origin, "scheme/12".</param>
public sealed record TaskOrigin(string Subject, Func<CommitSession, AuditTask, ValueTask> Also);
