using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>An outcome that the definition marks as a return was chosen: it counts against the quality of the reply.</summary>
public sealed record CountReturn(string Subject) : Effect;

/// <inheritdoc cref="CountReturn"/>
public sealed class CountReturnHandler : EffectHandler<CountReturn>
{
    protected override ValueTask ApplyAsync(CountReturn effect, CommitSession session) =>
        SubjectRef.Parse(effect.Subject) is { IsCase: true } subject
            ? CaseRow.ChangeAsync(session, subject, row => row.Returns++)
            : ValueTask.CompletedTask;
}
