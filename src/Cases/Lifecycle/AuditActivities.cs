using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>The activity types that the audit domain adds to the engine's own.</summary>
public static class AuditActivities
{
    public static IReadOnlyList<Activity> All { get; } =
    [
        new Tasks.Monitor(), new GenerateTask(), new Dispatch(),
        new SignIn(), new Handle(), new UnitReview(), new Recheck(), new Evaluate(), new Improve(), new Close(),
    ];
}
