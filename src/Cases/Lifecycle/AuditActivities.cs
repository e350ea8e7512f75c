using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>The activity types that the audit domain adds to the engine's own.</summary>
public static class AuditActivities
{
    public static IReadOnlyList<Activity> All { get; } =
    [
        new Tasks.Monitor(), new GenerateTask(), new Consult(), new Approve(), new Dispatch(),
        new SignIn(), new Handle(), new UnitReview(), new Recheck(), new SiteRecheck(), new ExpertReview(), new Rectify(), new VerifyRectification(),
        new Evaluate(), new Improve(), new Supervise(), new CoSign(), new Notify(), new Wait(), new Close(),
    ];

    /// <summary>Steps whose result others check: who did one of them may not judge it.</summary>
    public static IReadOnlyList<string> Work { get; } = [Handle.TypeName, Rectify.TypeName, GenerateTask.TypeName];
}
