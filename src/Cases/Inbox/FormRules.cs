using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Cases.Inbox;

/// <summary>Why one answer is refused. <paramref name="Code"/> names the text "form.{code}" of the resources; <paramref name="Limit"/> fills its hole.</summary>
public sealed record FormError(string Field, string Code, object? Limit = null);

/// <summary>Checks answers against their form. Pure; the browser applies the same rules earlier, the server is the one that counts.</summary>
public static class FormRules
{
    public static IReadOnlyList<FormError> Check(FormDefinition form, JsonObject answers, string outcome, int evidenceCount)
    {
        List<FormError> errors = [.. answers.Select(pair => pair.Key).Where(name => form.Field(name) is null).Select(name => new FormError(name, "unknown-field"))];
        foreach (var field in form.Fields.Where(field => IsVisible(field, answers)))
        {
            if (CheckField(field, answers, outcome, evidenceCount) is { } error)
            {
                errors.Add(error);
            }
        }

        return errors;
    }

    /// <summary>The answers without those of fields that the form does not show: a value typed before the conclusion changed must not be stored.</summary>
    public static JsonObject Clean(FormDefinition form, JsonObject answers) => new(
        form.Fields.Where(field => IsVisible(field, answers) && !IsEmpty(answers[field.Name]))
            .Select(field => KeyValuePair.Create(field.Name, answers[field.Name]?.DeepClone())));

    private static FormError? CheckField(FormField field, JsonObject answers, string outcome, int evidenceCount)
    {
        var required = field.Required || field.RequiredForOutcomes.Contains(outcome) || (field.RequiredWhen is { } when && Holds(when, answers));
        if (field.Type == "evidence")
        {
            var least = field.Min ?? (required ? 1 : 0);
            return required && evidenceCount < least ? new(field.Name, "evidence", least) : null;
        }

        var value = answers[field.Name];
        return IsEmpty(value)
            ? required ? new(field.Name, "required") : null
            : CheckValue(field, value!);
    }

    private static FormError? CheckValue(FormField field, JsonNode value) => field.Type switch
    {
        "text" or "markdown" => CheckText(field, value),
        "choice" => field.Options.Any(option => option.Value == value.ToString()) ? null : new(field.Name, "choice"),
        "choices" => value is JsonArray list && list.All(item => field.Options.Any(option => option.Value == item?.ToString())) ? null : new(field.Name, "choice"),
        "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : new(field.Name, "boolean"),
        "date" => DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : new(field.Name, "date"),
        "datetime" => DateTime.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _) ? null : new(field.Name, "date"),
        "money" => CheckNumber(field, value, 2),
        "energy" => CheckNumber(field, value, 2),
        "integer" => CheckNumber(field, value, 0),
        "decimal" => CheckNumber(field, value, 4),
        _ => new(field.Name, "unknown-type", field.Type),
    };

    private static FormError? CheckText(FormField field, JsonNode value)
    {
        var length = value.ToString().Trim().Length;
        return (field.MinLength, field.MaxLength) switch
        {
            ({ } least, _) when length < least => new(field.Name, "too-short", least),
            (_, { } most) when length > most => new(field.Name, "too-long", most),
            _ => null,
        };
    }

    private static FormError? CheckNumber(FormField field, JsonNode value, int usualDecimals)
    {
        if (!decimal.TryParse(value.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return new(field.Name, "number");
        }

        var decimals = field.Decimals ?? usualDecimals;
        if (decimal.Round(number, decimals) != number)
        {
            return new(field.Name, "decimals", decimals);
        }

        return number < field.Min ? new(field.Name, "min", field.Min) : number > field.Max ? new(field.Name, "max", field.Max) : null;
    }

    private static bool IsVisible(FormField field, JsonObject answers) => field.VisibleWhen is not { } when || Holds(when, answers);

    /// <summary>A choice of many holds when any of its values is meant.</summary>
    private static bool Holds(FormCondition when, JsonObject answers) => answers[when.Field] switch
    {
        null => false,
        JsonArray list => list.Any(item => when.In.Contains(item?.ToString())),
        var value => when.In.Contains(value.ToString()),
    };

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        _ => value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>()),
    };
}
