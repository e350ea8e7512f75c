using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Improvement;

/// <summary>Text of a hazard entry, put together from what people answered about the case. Pure; entries are written in Chinese, the language of the library.</summary>
public sealed record HazardDraft(string Title, string RootCause, string BodyMd)
{
    /// <summary>Sections of form YH in its order, each from the newest answer that has it.</summary>
    private static readonly (string Heading, string Field)[] Sections =
    [
        ("表现", "explanation"), ("根因分析", "analysis"), ("现有控制", "currentControl"), ("治理措施", "measures"), ("责任部门", "responsible"),
        ("完成期限", "dueDate"), ("举一反三", "sameKind"),
    ];

    public static HazardDraft Of(AuditCase row, IReadOnlyList<(FormDefinition? Form, JsonObject Answers)> answered)
    {
        var rootCause = LabelOf(answered, "rootCause", row.RootCause!) ?? LabelOf(answered, "cause", row.RootCause!) ?? row.RootCause!;
        var title = Newest(answered, "hazardTitle") ?? $"{row.Title}：{rootCause}";
        var body = new StringBuilder();
        foreach (var (heading, field) in Sections)
        {
            if (Newest(answered, field) is { } text)
            {
                body.Append(CultureInfo.InvariantCulture, $"## {heading}\n\n{text.Trim()}\n\n");
            }
        }

        body.Append(CultureInfo.InvariantCulture, $"## 关联工单\n\n[{row.Number}](/cases/{row.Id})\n");
        return new(title, rootCause, body.ToString());
    }

    private static string? Newest(IReadOnlyList<(FormDefinition? Form, JsonObject Answers)> answered, string field) =>
        answered.Reverse().Select(answer => answer.Answers[field]?.ToString()).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>The Chinese word for a coded answer, from the newest form that asks for it.</summary>
    private static string? LabelOf(IReadOnlyList<(FormDefinition? Form, JsonObject Answers)> answered, string field, string value) =>
        answered.Reverse().Select(answer => answer.Form?.Field(field)?.Options.FirstOrDefault(option => option.Value == value)?.Label.Zh)
            .FirstOrDefault(label => label is not null);
}
