using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Plans.Visits;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// 重启: a closed order is taken up again and goes back to be handled, in the commit of whatever showed that it was closed wrongly. It keeps its number with a
/// suffix, its history, evidence and answers; a lifecycle of its own carries it, because the one before has ended.
/// </summary>
public sealed partial class ReopenCase(QueuedStarts starts, NotificationRows notifications, Ids ids)
{
    public const string DefinitionId = "reopened-audit";
    public const string State = "reopened";

    /// <param name="cause">History subject of what showed it, "sample/7".</param>
    /// <returns>False where the order is not closed: who handles it now needs no second order.</returns>
    public async ValueTask<bool> WriteAsync(CommitSession session, long caseId, string cause, string reason)
    {
        var row = await session.FindLockedAsync<AuditCase>(caseId);
        if (row is null || !May(row))
        {
            return false;
        }

        var subject = SubjectRef.Case(row.Id).ToString();
        row.Reopenings++;
        row.Number = NumberOf(row.Number, row.Reopenings);
        (row.Stage, row.State, row.ClosedAt) = ("handle", State, null);
        await session.UpdateAsync(row);
        await session.AppendHistoryAsync(subject, "case.reopened", new JsonObject { ["number"] = row.Number, ["cause"] = cause, ["reason"] = reason });
        foreach (var anomaly in await session.QueryAsync<Anomaly>($"case_id = {row.Id}"))
        {
            anomaly.Move(AnomalyEvent.Reopen);
            await session.UpdateAsync(anomaly);
        }

        await VisitAgain.WriteAsync(session, ids, row.Id);
        await starts.AddAsync(session, DefinitionId, new JsonObject { ["caseId"] = row.Id }, subject);
        await notifications.AddAsync(session, Roles.CountyAuditor, row.OrgPath, "case.reopened", [row.Number, reason], subject);
        session.Announce(Topics.ToOrg(row.OrgPath, subject));
        return true;
    }

    /// <summary>Only what was finished is taken up again; what was given back or withdrawn is the analyst's. Pure.</summary>
    public static bool May(AuditCase row) => row is { State: "closed", ClosedAt: not null };

    /// <summary>"GD-37030601-202605-00001" becomes "GD-37030601-202605-00001-R1", then "-R2". Pure.</summary>
    public static string NumberOf(string number, int time) => $"{FirstNumberOf(number)}-R{time}";

    /// <summary>The number that the order was given at first.</summary>
    public static string FirstNumberOf(string number) => Suffix().Replace(number, "");

    [GeneratedRegex("-R[0-9]+$")]
    private static partial Regex Suffix();
}
