using System.Text.Json.Nodes;
using CaseMgmt.Designer.Fields;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Host.Tests.Designer.Desks;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>Outcomes and ladder as fields of the panel: what is stored is one structured input, and opening or saving without a change leaves it to the letter.</summary>
public sealed class NodeFieldsTests
{
    private readonly JsonObject model = ShippedLifecycle.Read();

    [Theory]
    [InlineData("online-audit")]
    [InlineData("audit-task")]
    public void UnfoldAndFold_OfAShippedLifecycle_ChangeNothing(string definition)
    {
        var shipped = JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Definitions, definition, "v1.json")))!;
        var before = shipped.ToJsonString();

        NodeFields.Unfold(shipped["root"]);
        Assert.NotEqual(before, shipped.ToJsonString());
        NodeFields.Fold(shipped["root"]);

        Assert.Equal(before, shipped.ToJsonString());
    }

    [Fact]
    public void Unfold_OfAStep_ShowsEachRungAndEachOptionAsItIsStored()
    {
        NodeFields.Unfold(model["root"]);
        var recheck = Node("recheck");
        Assert.Equal(("50", """["answerer"]"""), (Value(recheck, "ladderReminder"), Value(recheck, "ladderReminderTo")));
        Assert.Equal(("2", """["process-owner"]"""), (Value(recheck, "ladderEscalation"), Value(recheck, "ladderEscalationTo")));
        Assert.Equal(("通过", """["退回"]""", """["退回"]"""), (Value(recheck, "primaryOutcome"), Value(recheck, "commentOutcomes"), Value(recheck, "returnOutcomes")));
    }

    [Fact]
    public void Fold_ChangedRung_RewritesTheLadderAndNothingElse()
    {
        var options = Value(Node("handle"), "outcomeOptions");
        NodeFields.Unfold(model["root"]);
        Set("handle", "ladderReminder", "60");
        Set("handle", "ladderWarning", "0");
        Set("handle", "ladderSupervision1To", """["auditor","process-owner"]""");
        NodeFields.Fold(model["root"]);

        var ladder = JsonNode.Parse(Value(Node("handle"), "ladder"))!.AsArray();
        Assert.Equal(["reminder", "overdue", "escalated", "supervise-3", "supervise-2", "supervise-1"], ladder.Select(step => (string)step!["step"]!));
        Assert.Equal((60, "auditor,process-owner", 4), ((int)ladder[0]!["percent"]!, (string)ladder[^1]!["to"]!, (int)ladder[^1]!["level"]!));
        Assert.Equal(options, Value(Node("handle"), "outcomeOptions"));
        Assert.DoesNotContain(Node("handle"), property => property.Key.StartsWith("ladder", StringComparison.Ordinal) && property.Key != "ladder");
    }

    [Fact]
    public void Fold_OneFieldOfADroppedNode_TakesTheOthersFromItsDefaults()
    {
        var dropped = JsonNode.Parse("""{"id":"n","type":"Audit.Recheck","version":1,"commentOutcomes":{"typeName":null,"expression":{"type":"Object","value":"[]"}}}""")!.AsObject();
        NodeFields.Fold(dropped);

        var options = JsonNode.Parse(Value(dropped, "outcomeOptions"))!;
        Assert.Equal("""{"通过":{"en":"Pass","primary":true},"退回":{"en":"Return","return":true}}""", options.ToJsonString(DesignerSeat.Readable));
        Assert.False(dropped.ContainsKey("ladder"));
    }

    [Fact]
    public void Fold_NewOutcomeWithItsOptions_KeepsWhatThePanelDoesNotKnow()
    {
        Set("recheck", "outcomeOptions", """{"通过":{"en":"Pass","primary":true,"hint":"原样"},"退回":{"en":"Return","commentRequired":true,"return":true}}""");
        NodeFields.Unfold(model["root"]);
        Set("recheck", "outcomeNames", "通过=Pass\n退回=Return\n转办=Pass on");
        Set("recheck", "commentOutcomes", """["转办","退回"]""");
        NodeFields.Fold(model["root"]);

        var options = JsonNode.Parse(Value(Node("recheck"), "outcomeOptions"))!;
        Assert.Equal(("原样", "Pass on", true), ((string)options["通过"]!["hint"]!, (string)options["转办"]!["en"]!, (bool)options["转办"]!["commentRequired"]!));
    }

    [Theory]
    [InlineData("""[{"step":"reminder","percent":50},{"step":"reminder","percent":70}]""")]
    [InlineData("""[{"step":"reminder","overdueDays":1}]""")]
    [InlineData("not json")]
    public void Unfold_OfALadderThatFieldsCannotSay_LeavesItAsItIs(string ladder)
    {
        Set("handle", "ladder", ladder);
        NodeFields.Unfold(model["root"]);
        Assert.False(Node("handle").ContainsKey("ladderReminder"));
        NodeFields.Fold(model["root"]);
        Assert.Equal(ladder, Value(Node("handle"), "ladder"));
    }

    [Fact]
    public void Fold_RungOfAnotherName_Stays()
    {
        Set("handle", "ladder", """[{"step":"site-visit","overdueDays":3,"to":"expert"},{"step":"overdue","percent":100,"to":"answerer"}]""");
        NodeFields.Unfold(model["root"]);
        Set("handle", "ladderReminder", "40");
        NodeFields.Fold(model["root"]);

        var ladder = JsonNode.Parse(Value(Node("handle"), "ladder"))!.AsArray();
        Assert.Equal(["site-visit", "overdue", "reminder"], ladder.Select(step => (string)step!["step"]!));
    }

    [Theory]
    [InlineData("Literal", "soon", "field-needs-number")]
    [InlineData("Literal", "-1", "field-needs-number")]
    [InlineData("JavaScript", "1 + 1", "field-needs-value")]
    public void Fold_FieldThatIsNoNumber_IsRefused(string type, string value, string expected)
    {
        NodeFields.Unfold(model["root"]);
        Node("handle")["ladderReminder"]!["expression"] = new JsonObject { ["type"] = type, ["value"] = value };
        Assert.Equal(expected, Assert.Throws<StudioRefusal>(() => NodeFields.Fold(model["root"])).Code);
    }

    private JsonObject Node(string id) => ShippedLifecycle.Node(model, id);

    private void Set(string node, string input, string value) => Node(node)[input]!["expression"]!["value"] = value;

    private static string Value(JsonObject node, string input) => node[input]!["expression"]!["value"]!.ToString();
}
