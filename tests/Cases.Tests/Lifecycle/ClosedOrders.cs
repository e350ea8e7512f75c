using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Inbox;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>Orders that went the whole way.</summary>
internal static class ClosedOrders
{
    public static async Task<AuditCase> MakeAsync(AuditWorld world, long anomaly)
    {
        var audited = await world.DispatchedCaseAsync(anomaly);
        var subject = SubjectRef.Case(audited.Id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        await world.AddEvidenceAsync(audited.Id);
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Confirmed());
        await ReviewAsync(world, subject);
        return await world.CaseAsync(audited.Id);
    }

    /// <summary>From the reply on: unit, city, evaluation, improvement.</summary>
    public static async Task<(string, string)> ReviewAsync(AuditWorld world, SubjectRef subject)
    {
        await world.AnswerAsync(AuditWorld.County, subject, "同意", WholeLoopTests.Opinion());
        await world.AnswerAsync(AuditWorld.Reviewer, subject, "通过", WholeLoopTests.Opinion());
        await world.AnswerAsync(AuditWorld.Reviewer, subject, "完成", WholeLoopTests.Score());
        return await world.AnswerAsync(AuditWorld.Owner, subject, "完成", WholeLoopTests.Improvement());
    }
}
