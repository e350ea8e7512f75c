using System.Text.RegularExpressions;
using CaseMgmt.Cases.Inbox;

namespace CaseMgmt.Cases.Forms;

/// <summary>One mistake of a form. <paramref name="Code"/> names the text of the page; <paramref name="Field"/> is empty when it concerns the form itself.</summary>
public sealed record FormFinding(string Field, string Code);

/// <summary>What stops a form from being published. Pure; a draft may have any of them.</summary>
public static partial class FormCheck
{
    public static IReadOnlyList<string> Types { get; } =
        ["text", "markdown", "choice", "choices", "date", "datetime", "money", "energy", "integer", "decimal", "boolean", "evidence"];

    private const int MostFields = 200;

    public static IReadOnlyList<FormFinding> Findings(FormDefinition form)
    {
        List<FormFinding> findings = [.. OfForm(form)];
        for (var index = 0; index < form.Fields.Count; index++)
        {
            findings.AddRange(OfField(form.Fields[index], form.Fields.Take(index).Select(field => field.Name).ToHashSet()).Select(code => new FormFinding(form.Fields[index].Name ?? "", code)));
        }

        return findings;
    }

    private static IEnumerable<FormFinding> OfForm(FormDefinition form)
    {
        if (!Key().IsMatch(form.Key ?? ""))
        {
            yield return new("", "key");
        }

        if (string.IsNullOrWhiteSpace(form.Title?.Zh) || string.IsNullOrWhiteSpace(form.Title.En))
        {
            yield return new("", "title");
        }

        if (form.Fields.Count > MostFields)
        {
            yield return new("", "too-many-fields");
        }
    }

    private static IEnumerable<string> OfField(FormField field, HashSet<string> before)
    {
        (bool Wrong, string Code)[] rules =
        [
            (!Name().IsMatch(field.Name ?? ""), "name"),
            (before.Contains(field.Name ?? ""), "name-twice"),
            (!Types.Contains(field.Type), "type"),
            (string.IsNullOrWhiteSpace(field.Label?.Zh) || string.IsNullOrWhiteSpace(field.Label.En), "label"),
            (field.Type is "choice" or "choices" && !HasGoodOptions(field), "options"),
            (field.MinLength > field.MaxLength || field.MinLength < 0, "length"),
            (field.Min > field.Max, "range"),
            (field.Decimals is < 0 or > 6, "decimals"),
            // A condition looks back: what is asked later cannot decide what is shown now.
            (IsWrong(field.RequiredWhen, before) || IsWrong(field.VisibleWhen, before), "condition"),
            (field.Prefill is { Length: > 0 } source && !Prefills.Contains(source), "prefill"),
        ];
        return rules.Where(rule => rule.Wrong).Select(rule => rule.Code);
    }

    /// <summary>What a field may start with: the case or task, and who answers.</summary>
    public static IReadOnlyList<string> Prefills { get; } = ["title", "urgency", "conclusion", "rootCause", "recoveredYuan", "personName"];

    private static bool HasGoodOptions(FormField field) =>
        field.Options is { Count: > 0 } options && options.All(option => !string.IsNullOrWhiteSpace(option.Value) && !string.IsNullOrWhiteSpace(option.Label?.Zh))
        && options.Select(option => option.Value).Distinct().Count() == options.Count;

    private static bool IsWrong(FormCondition? condition, HashSet<string> before) =>
        condition is not null && (condition.In is not { Count: > 0 } || !before.Contains(condition.Field ?? ""));

    [GeneratedRegex("^[a-z][a-z0-9-]{1,62}$")]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,62}$")]
    private static partial Regex Name();
}
