using System.Globalization;
using System.Text.RegularExpressions;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>What a notice may say about its case or task.</summary>
public sealed record NoticeFacts(string Number, string Title, string Unit, string Stage, DateTime? DueAt);

/// <summary>Fills a template. A placeholder it does not know stays as written, where its author sees it. Pure.</summary>
public static partial class NoticeText
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static IReadOnlyList<string> Placeholders { get; } = ["number", "title", "unit", "stage", "due"];

    public static string Fill(string template, NoticeFacts facts, string language) => Hole().Replace(template, hole => hole.Groups[1].Value switch
    {
        "number" => facts.Number,
        "title" => facts.Title,
        "unit" => facts.Unit,
        "stage" => StageIn(facts.Stage, language),
        "due" => facts.DueAt is { } due ? (due + Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "—",
        _ => hole.Value,
    });

    /// <summary>The placeholders as a template writes them, to tell an author what there is.</summary>
    public static string Menu { get; } = string.Join(' ', Placeholders.Select(name => "{" + name + "}"));

    /// <summary>What stands in braces in the template and nothing fills.</summary>
    public static IEnumerable<string> Unknown(string template) => Braces().Matches(template).Select(hole => hole.Groups[1].Value).Except(Placeholders);

    private static string StageIn(string stage, string language) =>
        HumanInputs.Stages.FirstOrDefault(each => each.Value == stage).Label is { } label ? In(label, language) : stage;

    private static string In(Label label, string language) => language == "en" ? label.En : label.Zh;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
