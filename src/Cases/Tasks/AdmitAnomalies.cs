using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// Judges the anomalies of the task that nobody has judged yet (if <paramref name="Decision"/> is given), keeps those of the admitted themes, lets the others go, and reports the
/// counts to <paramref name="BookmarkId"/>.
/// </summary>
/// <param name="Themes">Theme codes with commas; empty admits every theme.</param>
/// <param name="Decision">to-handle or ignored; null judges nothing.</param>
public sealed record AdmitAnomalies(string Subject, string BookmarkId, string Themes, string? Decision, string? Reason) : Effect;

/// <inheritdoc cref="AdmitAnomalies"/>
public sealed class AdmitAnomaliesHandler : EffectHandler<AdmitAnomalies>
{
    protected override async ValueTask ApplyAsync(AdmitAnomalies effect, CommitSession session)
    {
        await TaskRow.ChangeAsync(session, SubjectRef.Parse(effect.Subject), row => row.State = AuditTask.Admitting);
        await session.EnqueueWorkAsync(AdmitChosen.WorkName, effect.InstanceId, AdmitChosen.DataOf(effect));
    }
}
