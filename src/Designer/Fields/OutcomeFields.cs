using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Fields;

/// <summary>The options of outcomes as four fields: which is the main button, which need a comment, which send the case back, and the English names.</summary>
internal static class OutcomeFields
{
    public const string Primary = "PrimaryOutcome";
    public const string Comments = "CommentOutcomes";
    public const string Returns = "ReturnOutcomes";
    private const string Names = "OutcomeNames";

    public static FieldGroup Group { get; } = new("OutcomeOptions", Fields, Read, Write);

    private static IReadOnlyList<InputDescriptor> Fields(JsonNode options)
    {
        var values = Read(options)!;
        var outcomes = ((JsonObject)options).Select(option => (option.Key, new Label(option.Key, StudioJson.TextOf(option.Value?["en"]) ?? option.Key))).ToList();
        return
        [
            new(Primary, "String", new("主要结果", "Main outcome"), new("显示为主按钮的结果", "Shown as the main button"), values[Primary], "dropdown", outcomes) { DependsOnOthers = true },
            new(Comments, "Object", new("必填意见的结果", "Outcomes that need a comment"), new("选择这些结果时必须填写意见", "Whoever chooses one of them says why"),
                values[Comments], "checklist", outcomes) { DependsOnOthers = true },
            new(Returns, "Object", new("属于退回的结果", "Outcomes that send back"), new("计入退回次数", "Counted as a return of the case"),
                values[Returns], "checklist", outcomes) { DependsOnOthers = true },
            new(Names, "Object", new("结果的英文名称", "English names of the outcomes"), new("左边填结果，右边填英文名称", "Outcome on the left, its English name on the right"), values[Names], "dictionary"),
        ];
    }

    private static JsonObject? Read(JsonNode node) => node is not JsonObject options || options.Any(option => option.Value is not JsonObject) ? null : new()
    {
        [Primary] = options.FirstOrDefault(option => StudioJson.IsTrue(option.Value!["primary"])).Key ?? "",
        [Comments] = FieldValue.Set(options.Where(option => StudioJson.IsTrue(option.Value!["commentRequired"])).Select(option => option.Key)),
        [Returns] = FieldValue.Set(options.Where(option => StudioJson.IsTrue(option.Value!["return"])).Select(option => option.Key)),
        [Names] = new JsonObject(options.Where(option => StudioJson.TextOf(option.Value!["en"]) is { Length: > 0 })
            .Select(option => KeyValuePair.Create(option.Key, option.Value!["en"]?.DeepClone()))),
    };

    private static JsonObject Write(JsonNode before, JsonObject values)
    {
        var options = (JsonObject)before.DeepClone();
        var (primary, names) = (values[Primary]!.ToString(), (JsonObject)values[Names]!);
        var (comments, returns) = (StudioJson.TextsOf(values[Comments]), StudioJson.TextsOf(values[Returns]));
        foreach (var outcome in options.Select(option => option.Key).Union(names.Select(name => name.Key)).Union(comments).Union(returns).Append(primary).Where(name => name.Length > 0).ToList())
        {
            options.TryAdd(outcome, new JsonObject());
            var option = options[outcome]!.AsObject();
            Put(option, "en", names[outcome]?.DeepClone());
            Put(option, "commentRequired", comments.Contains(outcome) ? true : null);
            Put(option, "primary", outcome == primary ? true : null);
            Put(option, "return", returns.Contains(outcome) ? true : null);
        }

        return options;
    }

    private static void Put(JsonObject option, string name, JsonNode? value)
    {
        option.Remove(name);
        if (value is not null)
        {
            option[name] = value;
        }
    }
}
