using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Fields;

/// <summary>The options of outcomes as four fields: which is the main button, which need a comment, which send the case back, and the English names, one line each: 通过=Pass.</summary>
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
            new(Names, "Object", new("结果的英文名称", "English names of the outcomes"), new("每行一个：结果=英文名称，如 通过=Pass", "One on each line: outcome=English name, as in 通过=Pass"), values[Names], "multiline"),
        ];
    }

    private static JsonObject? Read(JsonNode node) => node is not JsonObject options || !options.All(IsSayable) ? null : new()
    {
        [Primary] = options.FirstOrDefault(option => StudioJson.IsTrue(option.Value!["primary"])).Key ?? "",
        [Comments] = FieldValue.Set(options.Where(option => StudioJson.IsTrue(option.Value!["commentRequired"])).Select(option => option.Key)),
        [Returns] = FieldValue.Set(options.Where(option => StudioJson.IsTrue(option.Value!["return"])).Select(option => option.Key)),
        [Names] = OutcomeNames.Text(options),
    };

    private static bool IsSayable(KeyValuePair<string, JsonNode?> option) => option.Value is JsonObject values && OutcomeNames.IsSayable(option.Key, values["en"]);

    private static JsonObject Write(JsonNode before, JsonObject values)
    {
        var options = (JsonObject)before.DeepClone();
        var (primary, names) = (values[Primary]!.ToString(), OutcomeNames.Of(values[Names]!.ToString()));
        var (comments, returns) = (StudioJson.TextsOf(values[Comments]), StudioJson.TextsOf(values[Returns]));
        foreach (var outcome in options.Select(option => option.Key).Union(names.Keys).Union(comments).Union(returns).Append(primary).Where(name => name.Length > 0).ToList())
        {
            options.TryAdd(outcome, new JsonObject());
            var option = options[outcome]!.AsObject();
            Put(option, "en", names.GetValueOrDefault(outcome));
            Put(option, "commentRequired", comments.Contains(outcome) ? true : null);
            Put(option, "primary", outcome == primary ? true : null);
            Put(option, "return", returns.Contains(outcome) ? true : null);
            if (option.Count == 0 && before[outcome] is not JsonObject { Count: 0 })
            {
                options.Remove(outcome);
            }
        }

        return options;
    }

    private static void Put(JsonObject option, string name, JsonNode? value)
    {
        if (value is null)
        {
            option.Remove(name);
        }
        else
        {
            option[name] = value;
        }
    }
}
