using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Tests.Execution;

namespace CaseMgmt.Workflows.Tests.Definitions;

/// <summary>What must be mended before a definition is published is told with the name of its node, in both languages.</summary>
public sealed class PublishProblemsTests
{
    [Fact]
    public void UnknownType_Compiled_NamesTheNodeAndKeepsItsJson()
    {
        var strange = Draw.Activity("StateMachine", "sm", ("states", new JsonArray("x")));
        strange["metadata"] = new JsonObject { ["displayText"] = "状态机" };

        var definition = Draw.Definition(Draw.Flow("a>sm", Draw.Line("a"), strange));
        var problem = Assert.Single(DefinitionCompiler.Compile(definition, Draw.Catalog).Problems);

        Assert.Equal(("sm", "unknown-type"), (problem.ActivityId, problem.Code));
        Assert.Contains("状态机", problem.MessageZh, StringComparison.Ordinal);
        Assert.Contains("Elsa.StateMachine", problem.MessageEn, StringComparison.Ordinal);
        Assert.Contains("\"states\"", DefinitionJson.Write(definition), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownType_RunAllTheSame_IsAnIncidentOnThatNode()
    {
        var (world, instance) = Draw.Run(Draw.Flow("a>x", Draw.Line("a"), Draw.Activity("Nothing", "x")));

        Assert.Equal(["a"], world.Console);
        Assert.Equal("unknown-type", Assert.Single(instance.State.Incidents).Code);
    }

    [Theory]
    [InlineData("for (let i = 0; i < 3; i++) {}")]
    [InlineData("while (true) {}")]
    [InlineData("1 +")]
    public void JavaScriptThatCannotRun_Compiled_IsRefused(string source)
    {
        var problem = Assert.Single(Draw.Compile(Draw.Sequence("s", Draw.Say("x", source))).Problems);

        Assert.Equal(("x", "javascript"), (problem.ActivityId, problem.Code));
    }

    [Theory]
    [InlineData("CSharp")]
    [InlineData("Python")]
    [InlineData("Liquid")]
    public void OtherLanguage_Compiled_IsRefused(string language)
    {
        var line = Draw.Line("x");
        line["text"]!["expression"]!["type"] = language;

        var problem = Assert.Single(Draw.Compile(Draw.Sequence("s", line)).Problems);

        Assert.Equal("expression-language", problem.Code);
        Assert.Contains(language, problem.MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void DanglingConnectionAndDoubledId_Compiled_AreRefused()
    {
        var problems = Draw.Compile(Draw.Flow("a>nowhere", Draw.Line("a"), Draw.Line("a"))).Problems;

        Assert.Equal(["duplicate-id", "dangling-connection"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void ActivityDrawnInAPortThatNeverRuns_Compiled_IsRefused()
    {
        var call = Draw.Activity("SendHttpRequest", "h", ("url", Draw.Literal("https://hub.example/")), ("failedToConnect", Draw.Line("x")));

        Assert.Equal("port-not-run", Assert.Single(Draw.Compile(Draw.Sequence("s", call)).Problems).Code);
    }

    [Theory]
    [InlineData("WriteLine", "loudness", "setting-not-known")]
    [InlineData("Event", "timeout", "setting-not-known")]
    [InlineData("DispatchWorkflow", "channelName", null)]
    [InlineData("PublishEvent", "input", null)]
    public void SettingThatNobodyReads_Compiled_IsRefusedByName(string type, string setting, string? code)
    {
        var problem = Draw.Compile(Draw.Sequence("s", Draw.Activity(type, "x", (setting, Draw.Literal("5"))))).Problems.SingleOrDefault();

        Assert.Equal(code, problem?.Code);
        Assert.Contains(problem is null ? "" : setting, problem?.MessageZh ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WriteLine")]
    [InlineData("Event")]
    public void SettingThatIsEmpty_Compiled_IsLeftAlone(string type) =>
        Assert.Empty(Draw.Compile(Draw.Sequence("s", Draw.Activity(type, "x", ("loudness", Draw.Literal(""))))).Problems);

    [Theory]
    [InlineData("For", "step", "0")]
    [InlineData("For", "step", "-1")]
    [InlineData("Delay", "timeSpan", "one hour")]
    [InlineData("Timer", "interval", "-00:10:00")]
    [InlineData("Cron", "cronExpression", "0 8 32 * *")]
    [InlineData("Cron", "cronExpression", "0 0 8 * * ? 2027")]
    [InlineData("StartAt", "dateTime", "tomorrow")]
    public void SettingThatCanNeverWork_Compiled_IsRefusedBeforeAnythingRuns(string type, string setting, string value)
    {
        var problem = Assert.Single(Draw.Compile(Draw.Sequence("s", Draw.Activity(type, "x", (setting, Draw.Literal(value))))).Problems);

        Assert.Equal(("x", "setting-wrong"), (problem.ActivityId, problem.Code));
    }

    [Theory]
    [InlineData("For", "step", "2")]
    [InlineData("Delay", "timeSpan", "1.02:00:00")]
    [InlineData("Timer", "interval", "00:10:00")]
    [InlineData("Cron", "cronExpression", "0 8 * * 1-5")]
    [InlineData("Cron", "cronExpression", "0 0 8 L * ?")]
    [InlineData("Cron", "cronExpression", "@daily")]
    [InlineData("Cron", "cronExpression", "*/10 0 8,20 1 JAN-MAR ?")]
    [InlineData("StartAt", "dateTime", "2026-03-01T08:00")]
    public void SettingThatWorks_Compiled_IsAccepted(string type, string setting, string value) =>
        Assert.Empty(Draw.Compile(Draw.Sequence("s", Draw.Activity(type, "x", (setting, Draw.Literal(value))))).Problems);

    [Fact]
    public void WorkflowsThatUseEachOtherTwice_Compiled_AreRefusedBeforeTheyFillTheMemory()
    {
        static JsonObject Use(string id, int next) => new() { ["type"] = "W" + next, ["id"] = id, ["version"] = 1, ["workflowDefinitionId"] = "w" + next };
        static WorkflowDefinition Level(int number) => Draw.Definition(Draw.Sequence("s", Use("a", number + 1), Use("b", number + 1)), "w" + number);

        var compiled = DefinitionCompiler.Compile(Level(0), Draw.Catalog, (id, _) => Level(int.Parse(id[1..])));

        Assert.Contains(compiled.Problems, problem => problem.Code == "too-large");
        Assert.True(compiled.Nodes.Count < 100_000);
    }

    [Fact]
    public void OmittedInputs_Compiled_TakeTheDescriptorsDefaults()
    {
        var (world, _) = Draw.Run(Draw.Sequence("s", Draw.Activity("For", "f", ("end", Draw.Literal(2)), ("body", Draw.Say("b", "getVariable('CurrentValue')")))));

        Assert.Equal(["0", "1", "2"], world.Console);
    }

    [Theory]
    [InlineData("Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core", ActivationStrategy.Singleton)]
    [InlineData("Elsa.Workflows.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Core", ActivationStrategy.CorrelatedSingleton)]
    [InlineData("Elsa.Workflows.ActivationValidators.CorrelationStrategy, Elsa.Workflows.Core", ActivationStrategy.Correlation)]
    [InlineData("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", ActivationStrategy.Always)]
    public void ActivationStrategy_ByElsasTypeName_IsRead(string typeName, ActivationStrategy expected)
    {
        var json = Draw.Definition(Draw.Sequence("s")).Json;
        json["options"] = new JsonObject { ["activationStrategyType"] = typeName };

        Assert.Equal(expected, DefinitionCompiler.Compile(new WorkflowDefinition(json), new ActivityCatalog(EngineActivities.All)).ActivationStrategy);
    }
}
