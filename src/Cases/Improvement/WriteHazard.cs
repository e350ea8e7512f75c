using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Libraries;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Improvement;

/// <summary>The case closes: where it was confirmed and its root cause is known, the hazard library gets an entry that links back to it.</summary>
public sealed record WriteHazard(string Subject) : Effect;

/// <inheritdoc cref="WriteHazard"/>
public sealed class WriteHazardHandler(FormLibrary forms, Ids ids) : EffectHandler<WriteHazard>
{
    protected override async ValueTask ApplyAsync(WriteHazard effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        var row = await session.FindAsync<AuditCase>(subject.Id);
        if (row is null || !Conclusions.IsConfirmed(row.Conclusion) || string.IsNullOrEmpty(row.RootCause)
            || (await session.QueryAsync<Hazard>($"case_id = {subject.Id}")).Count > 0)
        {
            return;
        }

        var answered = await session.QueryAsync<WorkItem>($"subject = {effect.Subject} and state = 'completed' order by completed_at");
        var draft = HazardDraft.Of(row, [.. answered.Select(item => (Form(item), Answers(item)))]);
        var hazard = new Hazard
        {
            Id = ids.Next(),
            Number = await Numbers.NextAsync(session, $"YH-{row.OrgNo}-{session.Now:yyyyMM}"),
            Title = draft.Title,
            Specialty = row.Specialty,
            RootCause = draft.RootCause,
            BodyMd = draft.BodyMd,
            CaseId = row.Id,
            OrgPath = row.OrgPath,
            CreatedAt = session.Now,
        };
        await session.InsertAsync(hazard);
        await session.AppendHistoryAsync(effect.Subject, "hazard.created", new JsonObject { ["hazard"] = hazard.Number, ["rootCause"] = row.RootCause });
    }

    private FormDefinition? Form(WorkItem item) => forms.Find(item.FormKey, item.FormVersion);

    private static JsonObject Answers(WorkItem item) => JsonSerializer.Deserialize<JsonObject>(item.AnswersJson ?? "{}") ?? [];
}
