using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Inbox;

/// <summary>A form of one version, definitions/forms/{key}/v{n}.json. The browser draws it and the server checks answers by the same file.</summary>
public sealed record FormDefinition(string Key, int Version, Label Title, IReadOnlyList<FormField> Fields)
{
    /// <summary>The file as it is, for the browser: it may hold properties that only the browser knows.</summary>
    [JsonIgnore]
    public JsonObject Source { get; init; } = [];

    public FormField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public static FormDefinition Read(string json)
    {
        var form = JsonSerializer.Deserialize<FormDefinition>(json, JsonSerializerOptions.Web)!;
        return form with { Source = JsonNode.Parse(json)!.AsObject() };
    }
}

/// <summary>One question. Types: text, markdown, choice, choices, date, datetime, money, energy, integer, decimal, boolean, evidence.</summary>
public sealed record FormField(string Name, string Type, Label Label)
{
    public bool Required { get; init; }

    public FormCondition? RequiredWhen { get; init; }

    public FormCondition? VisibleWhen { get; init; }

    /// <summary>Also required when the person chooses one of these outcomes.</summary>
    public IReadOnlyList<string> RequiredForOutcomes { get; init; } = [];

    public IReadOnlyList<FormOption> Options { get; init; } = [];

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Smallest number; for evidence the smallest count of files.</summary>
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public int? Decimals { get; init; }

    /// <summary>What the field starts with: a word of <see cref="Forms.FormCheck.Prefills"/>, or null.</summary>
    public string? Prefill { get; init; }
}

/// <summary>True when the other field's answer is one of these values.</summary>
public sealed record FormCondition(string Field, IReadOnlyList<string> In);

/// <summary>One value to choose.</summary>
public sealed record FormOption(string Value, Label Label);
