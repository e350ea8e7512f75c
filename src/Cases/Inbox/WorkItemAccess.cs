using CaseMgmt.Cases.Access;

namespace CaseMgmt.Cases.Inbox;

/// <summary>Who may see a work item and who may answer it. Pure.</summary>
public static class WorkItemAccess
{
    /// <summary>Whoever sees its case or task, and whoever is asked.</summary>
    public static bool CanSee(WorkItem item, CurrentAccount me) => me.Sees(item.UnitPath) || IsAsked(item, me);

    public static bool CanAnswer(WorkItem item, CurrentAccount me) =>
        item.State == WorkItemStates.Open && me.Has(Permissions.WorkAnswer) && IsAsked(item, me) && (item.AssigneeId is null || item.AssigneeId == me.Id);

    private static bool IsAsked(WorkItem item, CurrentAccount me) => me.Roles.Contains(item.RoleName) && me.Sees(item.OrgPath);
}
