using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Designer.Checking;
using CaseMgmt.Designer.Fields;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>What stops a lifecycle from being published, on the shipped one with one thing broken at a time.</summary>
public sealed class DefinitionCheckTests
{
    private readonly DefinitionCheck check = new(new([.. EngineActivities.All, .. AuditActivities.All]), FormLibrary.Load(Path.Combine(Places.Definitions, "forms")));
    private readonly JsonObject model = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Definitions, "online-audit", "v2.json")))!;

    [Theory]
    [InlineData("online-audit", 1)]
    [InlineData("online-audit", 2)]
    [InlineData("audit-task", 1)]
    [InlineData("audit-task", 2)]
    [InlineData("audit-task", 3)]
    [InlineData("reopened-audit", 1)]
    public void Errors_ShippedLifecycle_AreNone(string definition, int version) => Assert.Empty(
        check.Errors((JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Definitions, definition, $"v{version}.json")))!, "zh"));

    [Fact]
    public void Errors_NodeDroppedAndNotConnected_IsUnreachable()
    {
        Activities.Insert(0, JsonNode.Parse("""{"id":"loose","type":"Elsa.WriteLine","version":1,"name":"WriteLine1"}"""));

        Assert.Contains("“WriteLine1”：没有路径可以到达", check.Errors(model, "zh"));
    }

    [Fact]
    public void Errors_OutcomeWithoutArrow_IsNamed()
    {
        var arrows = (JsonArray)model["root"]!["connections"]!;
        arrows.Remove(arrows.First(arrow => (string?)arrow!["source"]!["activity"] == "recheck" && (string?)arrow["source"]!["port"] == "退回"));

        Assert.Contains(check.Errors(model, "zh"), error => error.Contains("结果“退回”没有连线", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("通过=Pass\n退回", "结果的英文名称中“退回”一行应写成“结果=英文名称”")]
    [InlineData("通过=Pass\n退回=Return\n转办=Pass on", "结果的英文名称中的“转办”不是本环节的办理结果")]
    public void Warnings_LineOfNamesThatNamesNoOutcome_IsNamed(string lines, string expected)
    {
        NodeFields.Unfold(model["root"]);
        Node("recheck")["outcomeNames"]!["expression"]!["value"] = lines;
        NodeFields.Fold(model["root"]);

        Assert.EndsWith(expected, Assert.Single(check.Warnings(model, "zh")), StringComparison.Ordinal);
        Assert.Empty(check.Errors(model, "zh"));
    }

    [Fact]
    public void Findings_NamesOfOutcomesThatAnExpressionDecides_AreNone()
    {
        Node("recheck")["outcomes"] = JsonNode.Parse("""{"typeName":"Object","expression":{"type":"JavaScript","value":"['甲']"}}""");

        Assert.DoesNotContain(check.Findings(model), finding => finding.Zh.Contains("英文名称", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_HumanStepWithoutRole_IsNamed()
    {
        Node("handle")["role"]!["expression"]!["value"] = "";

        Assert.Contains(check.Errors(model, "en"), error => error.EndsWith("no role answers it", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_LimitOfZeroHours_IsNamed()
    {
        Node("handle")["slaHoursNormal"]!["expression"]!["value"] = "0";

        Assert.Contains(check.Errors(model, "en"), error => error.EndsWith("its limits must be above zero", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_SameRoleHandlesAndRechecks_BreakFourEyes()
    {
        Node("recheck")["role"]!["expression"]!["value"] = "handler";

        Assert.Contains("处理与复核使用了同一角色（handler）", check.Errors(model, "zh"));
    }

    [Fact]
    public void Errors_UnknownType_IsNamedAndNotThrown()
    {
        Node("handle")["type"] = "Audit.Vanished";

        Assert.Contains(check.Errors(model, "zh"), error => error.Contains("未知的活动类型 Audit.Vanished", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_ReworkedByWhoVerifies_BreakFourEyes()
    {
        Node("handle")["type"] = "Audit.Rectify";
        Node("recheck")["type"] = "Audit.VerifyRectification";
        Node("recheck")["role"]!["expression"]!["value"] = "handler";

        Assert.Contains("处理与复核使用了同一角色（handler）", check.Errors(model, "zh"));
    }

    [Theory]
    [InlineData("form", "vanished", "表单 vanished 第 1 版不存在")]
    [InlineData("formVersion", "9", "表单 handling-reply 第 9 版不存在")]
    [InlineData("role", "nobody", "没有角色 nobody")]
    [InlineData("orgRule", "", "没有指定单位范围")]
    public void Errors_InputThatNamesNothing_IsNamed(string input, string value, string expected)
    {
        Node("handle")[input]!["expression"]!["value"] = value;

        Assert.Contains(check.Errors(model, "zh"), error => error.EndsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_LoopOfScriptsAlone_IsAnErrorAndWithADecisionAWarning()
    {
        Loop("""{"id":"a","type":"Elsa.WriteLine","version":1,"name":"A"}""", """{"id":"b","type":"Elsa.WriteLine","version":1,"name":"B"}""");
        Assert.Contains(check.Errors(model, "zh"), error => error.Contains("循环中没有人工环节", StringComparison.Ordinal));

        Loop("""{"id":"a","type":"Elsa.FlowDecision","version":1,"name":"A"}""", """{"id":"b","type":"Elsa.WriteLine","version":1,"name":"B"}""");
        Assert.DoesNotContain(check.Errors(model, "zh"), error => error.Contains("循环中没有人工环节", StringComparison.Ordinal));
        Assert.Contains(check.Warnings(model, "en"), warning => warning.Contains("a loop without a human step", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_LoopThroughAPersonOrAWait_AreNone()
    {
        Loop("""{"id":"a","type":"Audit.Wait","version":1,"name":"A"}""", """{"id":"b","type":"Elsa.WriteLine","version":1,"name":"B"}""");
        Assert.DoesNotContain(check.Findings(model), finding => finding.En.Contains("a loop", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("variables.nowhere > 1", "没有变量或函数 nowhere")]
    [InlineData("getNowhere() > 1", "没有变量或函数 getNowhere")]
    [InlineData("let x = 1;\n getVariable('nowhere')", "第 2 行第 2 列：没有变量或函数 nowhere")]
    [InlineData("variables.amount >", "JavaScript 不能使用：(1,")]
    public void Errors_ScriptWithAnUnknownNameOrNoSense_SayWhere(string script, string expected)
    {
        Script(script);
        Assert.Contains(check.Errors(model, "zh"), error => error.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("variables.amount > 1 && getAmount() > 1 && getVariable('amount') > 1")]
    [InlineData("setVariable('made', 1); variables.made > 0 && getMade() > 0")]
    [InlineData("const f = n => Math.max(n, 1); f(getInput('x')) > JSON.parse('1')")]
    public void Errors_ScriptWithKnownNames_AreNone(string script)
    {
        model["variables"] = JsonNode.Parse("""[{"id":"v1","name":"amount","typeName":"Decimal"}]""");
        Script(script);
        Assert.DoesNotContain(check.Errors(model, "zh"), error => error.Contains("没有变量", StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_NoticeWithAnUnknownPlaceholder_StopsPublicationAndNamesTheNode()
    {
        Activities.Add(JsonNode.Parse("""{"id":"tell","type":"Audit.Notify","version":1,"name":"告知","text":{"expression":{"type":"Literal","value":"{number} {nmae} {case.number}"}}}"""));
        var findings = check.Findings(model).Where(each => each.ActivityId == "tell" && each.Zh.Contains("通知模板", StringComparison.Ordinal)).ToList();
        Assert.Equal([("通知模板中的 {nmae} 无法填充", false), ("通知模板中的 {case.number} 无法填充", false)], findings.Select(each => (each.Zh.Split('：')[1].Split('，')[0], each.IsWarning)));
        Assert.EndsWith("{number} {title} {unit} {stage} {due}", findings[0].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_ProcessThatNeverEnds_IsNamed()
    {
        var arrows = (JsonArray)model["root"]!["connections"]!;
        foreach (var last in Activities.Where(node => (string?)node!["type"] is "Elsa.End" or "Audit.Close").ToList())
        {
            Activities.Remove(last);
        }

        foreach (var arrow in arrows.Where(arrow => Activities.All(node => (string?)node!["id"] != (string?)arrow!["target"]!["activity"])).ToList())
        {
            arrow!["target"]!["activity"] = "handle";
        }

        Assert.Contains("流程没有结束节点", check.Errors(model, "zh"));
    }

    [Fact]
    public void Errors_HumanStepWithoutAnyLimit_IsNamed()
    {
        Node("handle")["slaHoursUrgent"]!["expression"]!["value"] = "";

        Assert.Contains(check.Errors(model, "zh"), error => error.EndsWith("办理时限必须大于零", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_PickedVariableThatIsGone_IsNamed()
    {
        Node("handle")["form"]!["expression"] = new JsonObject { ["type"] = "Variable", ["value"] = """{"id":"v9","name":"gone","typeName":"String"}""" };

        Assert.Contains("“稽查处理”：引用的变量 gone 不存在", check.Errors(model, "zh"));
    }

    [Theory]
    [InlineData("[]", "没有升级阶梯，超期后无人得知", true)]
    [InlineData("not json", "升级阶梯无法读取", false)]
    [InlineData("""[{"step":"overdue"}]""", "升级阶梯无法读取", false)]
    [InlineData("""[{"step":"overdue","percent":100,"to":"nobody"}]""", "升级阶梯“overdue”通知的角色 nobody 不存在", false)]
    [InlineData("""[{"step":"overdue","percent":100,"to":""}]""", "升级阶梯“overdue”没有通知对象", false)]
    public void Findings_LadderThatTellsNobody_AreNamed(string ladder, string expected, bool isWarning)
    {
        Node("handle")["ladder"]!["expression"]!["value"] = ladder;

        Assert.Contains(check.Findings(model), finding => finding.ActivityId == "handle" && finding.IsWarning == isWarning && finding.Zh.Contains(expected, StringComparison.Ordinal));
    }

    private void Loop(params string[] nodes)
    {
        var root = (JsonObject)model["root"]!;
        root["activities"] = new JsonArray([.. nodes.Select(node => JsonNode.Parse(node))]);
        root["connections"] = JsonNode.Parse("""[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b"}},{"source":{"activity":"b","port":"Done"},"target":{"activity":"a"}}]""");
    }

    private void Script(string source) => Node("handle")["form"]!["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = source };

    private JsonArray Activities => (JsonArray)model["root"]!["activities"]!;

    private JsonObject Node(string id) => (JsonObject)Activities.First(node => (string?)node!["id"] == id)!;
}
