using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Fields;

/// <summary>The escalation ladder as two fields for each of its seven steps: when, and who is told. Zero leaves a step out; steps of other names stay as they are.</summary>
internal static class LadderFields
{
    private const string Answerer = "answerer";

    private static readonly IReadOnlyList<(string Value, Label Label)> Recipients = [(Answerer, new("办理人", "Who may answer")), .. HumanInputs.RoleOptions];

    private static readonly Rung[] Rungs =
    [
        new("reminder", "Reminder", new("提醒", "Reminder"), IsShare: true, 0), new("warning", "Warning", new("预警", "Warning"), IsShare: true, 0),
        new("overdue", "Overdue", new("超期", "Overdue"), IsShare: true, 0), new("escalated", "Escalation", new("升级", "Escalation"), IsShare: false, 1),
        new("supervise-3", "Supervision3", new("三级督办", "Supervision 3"), IsShare: false, 2), new("supervise-2", "Supervision2", new("二级督办", "Supervision 2"), IsShare: false, 3),
        new("supervise-1", "Supervision1", new("一级督办", "Supervision 1"), IsShare: false, 4),
    ];

    public static FieldGroup Group { get; } = new("Ladder", Fields, Read, Write);

    private static IReadOnlyList<InputDescriptor> Fields(JsonNode ladder)
    {
        var values = Read(ladder)!;
        return [.. Rungs.SelectMany(rung => rung.Fields(values))];
    }

    private static JsonObject? Read(JsonNode node)
    {
        if (node is not JsonArray ladder || Rungs.Any(rung => ladder.Count(rung.Is) > 1 || ladder.Any(step => rung.Is(step) && !rung.Fits(step))))
        {
            return null;
        }

        var values = new JsonObject();
        foreach (var rung in Rungs)
        {
            var step = ladder.FirstOrDefault(rung.Is);
            values[rung.When] = step is null ? "0" : FieldValue.Text(FieldValue.Decimal(step[rung.Measure]!));
            values[rung.To] = FieldValue.Set((StudioJson.TextOf(step?["to"]) ?? Answerer).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        return values;
    }

    private static JsonArray Write(JsonNode before, JsonObject values)
    {
        var old = before as JsonArray ?? [];
        var kept = old.Where(step => Array.Find(Rungs, rung => rung.Is(step)) is not { } rung || rung.IsOn(values)).Select(step => step!.DeepClone());
        var added = Rungs.Where(rung => rung.IsOn(values) && !old.Any(rung.Is)).Select(rung => (JsonNode)rung.New());
        var ladder = new JsonArray([.. kept, .. added]);
        foreach (var (step, rung) in ladder.Select(step => (step!.AsObject(), Array.Find(Rungs, rung => rung.Is(step)))).Where(pair => pair.Item2 is not null))
        {
            rung!.Fill(step, values);
        }

        return ladder;
    }

    /// <summary>One step of the ladder of the domain.</summary>
    /// <param name="IsShare">Due after a share of the limit in percent; else so many working days after it.</param>
    /// <param name="Level">Escalation level that the case gets.</param>
    private sealed record Rung(string Step, string Field, Label Label, bool IsShare, int Level)
    {
        public string When => "Ladder" + Field;

        public string To => When + "To";

        public string Measure => IsShare ? "percent" : "overdueDays";

        public bool Is(JsonNode? step) => StudioJson.TextOf(step?["step"]) == Step;

        public bool Fits(JsonNode? step) => step?[Measure] is JsonValue && step[IsShare ? "overdueDays" : "percent"] is null;

        public bool IsOn(JsonObject values) => FieldValue.Decimal(values[When]!) > 0;

        public JsonObject New() => Level == 0 ? new() { ["step"] = Step } : new() { ["step"] = Step, ["level"] = Level };

        public void Fill(JsonObject step, JsonObject values)
        {
            var when = FieldValue.Decimal(values[When]!);
            step[Measure] = IsShare ? (int)decimal.Ceiling(when) : when;
            step["to"] = string.Join(',', StudioJson.TextsOf(values[To]));
        }

        public IEnumerable<InputDescriptor> Fields(JsonObject values)
        {
            yield return new(When, "Decimal", IsShare ? new($"{Label.Zh}：用去时限的 %", $"{Label.En}: at % of the limit") : new($"{Label.Zh}：超期几个工作日", $"{Label.En}: working days overdue"),
                new("0 表示没有这一步", "0 leaves this step out"), values[When]);
            yield return new(To, "Object", new($"{Label.Zh}：通知谁", $"{Label.En}: who is told"), new("责任单位及其上级单位中担任所选角色的人员", "Holders of the roles at or above the unit"),
                values[To], "checklist", Recipients);
        }
    }
}
