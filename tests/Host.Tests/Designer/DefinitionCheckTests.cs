using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Designer.Checking;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>What stops a lifecycle from being published, on the shipped one with one thing broken at a time.</summary>
public sealed class DefinitionCheckTests
{
    private readonly ActivityCatalog catalog = new([.. EngineActivities.All, .. AuditActivities.All]);
    private readonly JsonObject model = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Definitions, "online-audit", "v1.json")))!;

    [Theory]
    [InlineData("online-audit")]
    [InlineData("audit-task")]
    public void Errors_ShippedLifecycle_AreNone(string definition) => Assert.Empty(
        DefinitionCheck.Errors((JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Definitions, definition, "v1.json")))!, catalog, "zh"));

    [Fact]
    public void Errors_NodeDroppedAndNotConnected_IsUnreachable()
    {
        Activities.Insert(0, JsonNode.Parse("""{"id":"loose","type":"Elsa.WriteLine","version":1,"name":"WriteLine1"}"""));

        Assert.Contains("“WriteLine1”：没有路径可以到达", DefinitionCheck.Errors(model, catalog, "zh"));
    }

    [Fact]
    public void Errors_OutcomeWithoutArrow_IsNamed()
    {
        var arrows = (JsonArray)model["root"]!["connections"]!;
        arrows.Remove(arrows.First(arrow => (string?)arrow!["source"]!["activity"] == "recheck" && (string?)arrow["source"]!["port"] == "退回"));

        Assert.Contains(DefinitionCheck.Errors(model, catalog, "zh"), error => error.Contains("结果“退回”没有连线", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_HumanStepWithoutRole_IsNamed()
    {
        Node("handle")["role"]!["expression"]!["value"] = "";

        Assert.Contains(DefinitionCheck.Errors(model, catalog, "en"), error => error.EndsWith("no role answers it", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_LimitOfZeroHours_IsNamed()
    {
        Node("handle")["slaHoursNormal"]!["expression"]!["value"] = "0";

        Assert.Contains(DefinitionCheck.Errors(model, catalog, "en"), error => error.EndsWith("its limits must be above zero", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_SameRoleHandlesAndRechecks_BreakFourEyes()
    {
        Node("recheck")["role"]!["expression"]!["value"] = "handler";

        Assert.Contains("处理与复核使用了同一角色（handler）", DefinitionCheck.Errors(model, catalog, "zh"));
    }

    [Fact]
    public void Errors_UnknownType_IsNamedAndNotThrown()
    {
        Node("handle")["type"] = "Audit.Vanished";

        Assert.Contains(DefinitionCheck.Errors(model, catalog, "zh"), error => error.Contains("未知的活动类型 Audit.Vanished", StringComparison.Ordinal));
    }

    private JsonArray Activities => (JsonArray)model["root"]!["activities"]!;

    private JsonObject Node(string id) => (JsonObject)Activities.First(node => (string?)node!["id"] == id)!;
}
