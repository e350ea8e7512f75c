using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Designer.Recorded;

namespace CaseMgmt.Designer.Replay;

/// <summary>Would the recorded answer have been in time, and would the form have let it pass? The same rules as at the door of real answers.</summary>
internal sealed class AnswerCheck(Func<string, int, FormDefinition?> forms, WorkingCalendar calendar)
{
    public void Look(RecordedCase recorded, Answered answered, List<SlaBreach> breaches, List<FormMiss> misses)
    {
        var (question, answer) = (answered.Question, answered.Answer);
        var limit = question.HoursFor(recorded.About.Urgency);
        var took = calendar.Between(answer.OpenedAt, answer.CompletedAt).TotalHours;
        if (took > (double)limit)
        {
            breaches.Add(new(answered.Node, answered.Name, limit, Math.Round(took, 1), answer.CompletedAt > answer.DueAt));
        }

        misses.AddRange(Codes(question, answer, recorded.Evidence).Select(miss => new FormMiss(answered.Node, answered.Name, miss.Field, miss.Code)));
    }

    // A field that the form no longer has is no miss: the person would not have been asked.
    private IEnumerable<(string Field, string Code)> Codes(OpenWorkItem question, RecordedAnswer answer, int evidence)
    {
        if (forms(question.FormKey, question.FormVersion) is not { } form)
        {
            return [($"{question.FormKey}/v{question.FormVersion}", "form-missing")];
        }

        var errors = FormRules.Check(form, answer.Answers, answer.Outcome, evidence).Where(error => error.Code != "unknown-field")
            .Select(error => (form.Field(error.Field)?.Label.Zh ?? error.Field, error.Code));
        return CommentIsMissing(question, answer) ? errors.Append(("comment", "required")) : errors;
    }

    private static bool CommentIsMissing(OpenWorkItem question, RecordedAnswer answer) => string.IsNullOrWhiteSpace(answer.Comment)
        && JsonNode.Parse(question.OutcomesJson)!.AsArray().Any(outcome => (string?)outcome!["value"] == answer.Outcome && outcome["commentRequired"]?.GetValue<bool>() == true);
}
