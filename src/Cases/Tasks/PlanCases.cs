using System.Text.Json;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>Writes the work orders of a task and reports their ids to <paramref name="BookmarkId"/>. Anomalies that already have a case are left alone.</summary>
/// <param name="Grouping">Any of unit, specialty, theme, with commas.</param>
public sealed record PlanCases(string Subject, string BookmarkId, string Grouping, int MaxItems, decimal EstimatedYuan) : Effect;

/// <inheritdoc cref="PlanCases"/>
public sealed class PlanCasesHandler : EffectHandler<PlanCases>
{
    public const string DraftState = "draft";

    protected override async ValueTask ApplyAsync(PlanCases effect, CommitSession session)
    {
        await TaskRow.ChangeAsync(session, SubjectRef.Parse(effect.Subject), row => row.State = AuditTask.Planning);
        await session.EnqueueWorkAsync(WriteDrafts.WorkName, effect.InstanceId, JsonSerializer.SerializeToNode(effect)!.AsObject());
    }
}
