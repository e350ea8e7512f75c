using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>What the analyst changed while confirming the task; null leaves a value as it is.</summary>
public sealed record AmendTask(string Subject, string? Title, string? Type, string? Urgency) : Effect;

/// <inheritdoc cref="AmendTask"/>
public sealed class AmendTaskHandler : EffectHandler<AmendTask>
{
    protected override ValueTask ApplyAsync(AmendTask effect, CommitSession session) =>
        TaskRow.ChangeAsync(session, SubjectRef.Parse(effect.Subject), row =>
            (row.Title, row.Type, row.Urgency) = (effect.Title ?? row.Title, effect.Type ?? row.Type, effect.Urgency ?? row.Urgency));
}
