using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>The token stands on a node: the case or task gets the stage and state that the node means.</summary>
public sealed record EnterStage(string Subject, string Stage, string State) : Effect;

/// <inheritdoc cref="EnterStage"/>
public sealed class EnterStageHandler : EffectHandler<EnterStage>
{
    protected override async ValueTask ApplyAsync(EnterStage effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        if (subject.IsCase)
        {
            await CaseRow.ChangeAsync(session, subject, row => (row.Stage, row.State, row.InstanceId) = (effect.Stage, effect.State, effect.InstanceId));
        }
        else
        {
            await TaskRow.ChangeAsync(session, subject, row => (row.Stage, row.State, row.InstanceId) = (effect.Stage, effect.State, effect.InstanceId));
        }
    }
}
