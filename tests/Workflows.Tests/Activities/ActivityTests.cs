using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Tests.Execution;

namespace CaseMgmt.Workflows.Tests.Activities;

/// <summary>Activities of which no recording of Elsa exists.</summary>
public sealed class ActivityTests
{
    [Theory]
    [InlineData("ForEach", "items", "[1,2,3]")]
    [InlineData("ParallelForEach", "items", "[1,2,3]")]
    public void Break_InsideANestedIf_EndsTheLoopAndNothingAfterItInTheBody(string loop, string input, string items)
    {
        var body = Draw.Sequence(
            "body", Draw.Say("before", "`at ${getVariable('CurrentValue')}`"),
            Draw.Activity("If", "if", ("condition", Draw.Script("getVariable('CurrentValue') === 2")), ("then", Draw.Activity("Break", "b"))), Draw.Line("after"));

        var (world, instance) = Draw.Run(Draw.Sequence("s", Draw.Activity(loop, "loop", (input, Draw.Json(items)), ("body", body)), Draw.Line("end")));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal("end", world.Console[^1]);
        Assert.True(world.Console.Count(line => line == "after") < 3);
    }

    [Fact]
    public void Break_InAWhile_EndsIt()
    {
        var (world, _) = Draw.Run(
            Draw.Sequence("s", Draw.Activity("While", "w", ("condition", Draw.Literal(true)), ("body", Draw.Sequence("b", Draw.Line("once"), Draw.Activity("Break", "k")))), Draw.Line("end")));

        Assert.Equal(["once", "end"], world.Console);
    }

    [Fact]
    public void Finish_WhileABranchWaits_EndsTheWorkflowWithoutABookmark()
    {
        var (_, instance) = Draw.Run(Draw.Flow("a>w a>f", Draw.Line("a"), Draw.Wait("w"), Draw.Activity("Finish", "f")));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Empty(instance.State.Bookmarks);
        Assert.EndsWith("f:St f:Co", instance.Journal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_InTheMiddle_CompletesTheWorkflow()
    {
        var (world, instance) = Draw.Run(Draw.Sequence("s", Draw.Line("a"), Draw.Activity("Complete", "c", ("outcomes", Draw.Json("[\"Good\"]"))), Draw.Line("never")));

        Assert.Equal(["a"], world.Console);
        Assert.Equal(["Good"], instance.Log[^1].Outcomes!);
    }

    [Fact]
    public void CorrelateSetNameAndStart_Run_NameTheInstance()
    {
        var (_, instance) = Draw.Run(Draw.Flow(
            "begin>c c>n n>w", Draw.Activity("Start", "begin"), Draw.Activity("Correlate", "c", ("correlationId", Draw.Literal("case/7"))),
            Draw.Activity("SetName", "n", ("value", Draw.Script("`工单 ${getCorrelationId()}`"))), Draw.Wait("w")));

        Assert.Equal(("case/7", "工单 case/7"), (instance.State.CorrelationId, instance.State.Name));
    }

    [Fact]
    public void PublishEvent_ToAWaitingBranch_ResumesItWithThePayload()
    {
        var (world, instance) = Draw.Run(Draw.Flow(
            "a>w a>p w>z", Draw.Line("a"), Draw.Wait("w", "go"),
            Draw.Activity("PublishEvent", "p", ("eventName", Draw.Literal("go")), ("payload", Draw.Json("{\"x\":5}"))), Draw.Say("z", "JSON.stringify(getOutputFrom('w', 'Result'))")));

        Assert.Equal(["a", "{\"x\":5}"], world.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Theory]
    [InlineData("Timer", "interval", "00:10:00", 10)]
    [InlineData("Delay", "timeSpan", "00:30:00", 30)]
    [InlineData("Cron", "cronExpression", "30 9 * * *", 30)]
    [InlineData("Cron", "cronExpression", "0 15 9 * * MON", 15)]
    public void Timed_Entered_WaitsUntilItsInstant(string type, string input, string value, int minutes)
    {
        var (world, instance) = Draw.Run(Draw.Sequence("s", Draw.Activity(type, "t", (input, Draw.Literal(value))), Draw.Line("z")));

        Assert.Equal(Draw.Settings.Now.AddMinutes(minutes), Assert.Single(instance.State.Bookmarks).DueAt);
        world.Pass(TimeSpan.FromMinutes(minutes - 1));
        Assert.Empty(world.Console);
        world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(["z"], world.Console);
    }

    [Fact]
    public void StartAt_LocalTimeWithoutZone_IsReadInTheConfiguredZone()
    {
        var (_, instance) = Draw.Run(Draw.Sequence("s", Draw.Activity("StartAt", "t", ("dateTime", Draw.Literal("2026-03-03T08:00:00")))));

        Assert.Equal(new DateTime(2026, 3, 3, 0, 0, 0, DateTimeKind.Utc), instance.State.Bookmarks[0].DueAt);
    }

    [Fact]
    public void Event_ThatStartedTheWorkflow_CompletesAtOnceAndWaitsTheNextTime()
    {
        var definition = Draw.Compile(Draw.Flow("other>a e>a a>e", Draw.Wait("other"), Draw.Wait("e"), Draw.Line("a")));

        var started = Interpreter.Advance(definition, InstanceState.New("i", definition), new Stimulus.Start([], "e"), Draw.Settings);

        Assert.Equal(["a"], started.Console);
        Assert.Equal("e", Assert.Single(started.Opened).ActivityId);
    }

    [Fact]
    public void RunJavaScript_SetsVariablesAndChoosesItsOutcome()
    {
        var (world, instance) = Draw.Run(
            Draw.Flow(
                "j.Big>b j.Small>s", Draw.Activity("RunJavaScript", "j", ("script", Draw.Script("variables.N = 20; setOutcome(variables.N > 10 ? 'Big' : 'Small'); return 1"))),
                Draw.Line("b"), Draw.Line("s")),
            "N");

        Assert.Equal(["b"], world.Console);
        Assert.Equal("20", instance.State.Variables["N"]!.ToJsonString());
    }

    [Fact]
    public void BulkDispatchWorkflows_Waiting_GoesOnWhenEveryChildHasEnded()
    {
        var child = DefinitionCompiler.Compile(Draw.Definition(Draw.Sequence("s", Draw.Wait("answer"), Draw.Say("c", "getInput('Item')")), "child"), Draw.Catalog);
        var (world, parent) = Draw.Run(
            Draw.Compile(Draw.Sequence(
                "s", Draw.Activity(
                    "BulkDispatchWorkflows", "d", ("workflowDefinitionId", Draw.Literal("child")), ("items", Draw.Json("[7, 8, 9]")), ("correlationIdFunction", Draw.Script("`case/${Item}`"))),
                Draw.Line("all"))),
            child);
        Assert.Equal(["case/7", "case/8", "case/9"], world.Instances.Skip(1).Select(instance => instance.State.CorrelationId));

        foreach (var instance in world.Instances.Skip(1).ToList())
        {
            Assert.DoesNotContain("all", world.Console);
            world.Resume(instance, instance.State.Bookmarks[0].Id, null);
        }

        Assert.Equal(["7", "8", "9", "all"], world.Console);
        Assert.Equal(WorkflowSubStatus.Finished, parent.State.SubStatus);
    }

    [Fact]
    public void DispatchWorkflow_Waiting_TakesTheChildsResult()
    {
        var child = DefinitionCompiler.Compile(
            Draw.Definition(Draw.Sequence("s", Draw.Wait("answer"), Draw.Activity("SetOutput", "o", ("outputName", Draw.Literal("Sum")), ("outputValue", Draw.Script("1 + 2")))), "child"), Draw.Catalog);
        var dispatch = Draw.Activity("DispatchWorkflow", "d", ("workflowDefinitionId", Draw.Literal("child")), ("waitForCompletion", Draw.Literal(true)));
        dispatch["result"] = new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "R" } };
        var definition = Draw.Definition(Draw.Sequence("s", dispatch, Draw.Say("z", "`sum ${variables.R.WorkflowOutput.Sum}`"))).Json;
        definition["variables"] = new JsonArray(new JsonObject { ["id"] = "R", ["name"] = "R", ["typeName"] = "Object" });
        var (world, _) = Draw.Run(DefinitionCompiler.Compile(new WorkflowDefinition(definition), Draw.Catalog), child);

        world.Tell("answer");

        Assert.Equal(["sum 3"], world.Console);
    }

    [Theory]
    [InlineData(200, "ok")]
    [InlineData(404, "other")]
    public void FlowSendHttpRequest_Answered_LeavesByTheStatusCode(int status, string line)
    {
        var (world, instance) = Draw.Run(Draw.Flow(
            "h.200>ok h.Unmatched~status~code>other", Http("FlowSendHttpRequest"), Draw.Line("ok"), Draw.Line("other")));
        var request = Assert.IsType<SendHttpRequest>(Assert.Single(world.OtherEffects));
        Assert.Equal(("POST", "https://hub.example/x", "{\"a\":1}"), (request.Method, request.Url, request.Body));

        world.Resume(instance, request.BookmarkId, new JsonObject { ["StatusCode"] = status, ["Body"] = "fine" });

        Assert.Equal([line], world.Console);
    }

    [Fact]
    public void SendHttpRequest_WithoutAnAnswer_IsAnIncident()
    {
        var (world, instance) = Draw.Run(Draw.Sequence("s", Http("SendHttpRequest")));

        world.Resume(instance, instance.State.Bookmarks[0].Id, new JsonObject { ["Error"] = "no route" });

        Assert.Equal(("http", "no route"), (instance.State.Incidents[0].Code, instance.State.Incidents[0].Message));
    }

    [Fact]
    public void WorkflowAsActivity_HasItsOwnInputsOutputsAndOutcome()
    {
        var used = Draw.Definition(
            Draw.Sequence(
                "s", Draw.Activity("SetOutput", "o", ("outputName", Draw.Literal("Twice")), ("outputValue", Draw.Script("getInput('X') * 2"))),
                Draw.Activity("Complete", "c", ("outcomes", Draw.Json("[\"Good\"]")))),
            "twice").Json;
        used["inputs"] = new JsonArray(new JsonObject { ["name"] = "X", ["type"] = "Int32" });
        used["outputs"] = new JsonArray(new JsonObject { ["name"] = "Twice", ["type"] = "Int32" });
        used["outcomes"] = new JsonArray("Good", "Bad");
        var node = new JsonObject
        {
            ["type"] = "Twice", ["id"] = "t", ["version"] = 1, ["workflowDefinitionId"] = "twice", ["x"] = Draw.Literal("21"),
            ["twice"] = new JsonObject { ["typeName"] = "Int32", ["memoryReference"] = new JsonObject { ["id"] = "N" } },
        };
        var definition = Draw.Definition(Draw.Flow("t.Good>g t.Bad>b", node, Draw.Say("g", "`${variables.N}`"), Draw.Line("b")), variables: "N");

        var compiled = DefinitionCompiler.Compile(definition, Draw.Catalog, (id, version) => id == "twice" && version == 1 ? new WorkflowDefinition(used) : null);
        var (world, _) = Draw.Run(compiled);

        Assert.Empty(compiled.Problems);
        Assert.Equal(["42"], world.Console);
    }

    [Fact]
    public void WorkflowAsActivity_HasItsArgumentsAsVariablesInsideAndLeavesNoneOutside()
    {
        var used = Draw.Definition(
            Draw.Sequence("s", Draw.Say("say", "`${getX()} ${variables.X} ${variables.Local} ${typeof variables.Outer}`"), Draw.Activity("RunJavaScript", "js", ("script", Draw.Script("setY(getX() * 2)")))),
            "twice", variables: "Local").Json;
        used["inputs"] = new JsonArray(new JsonObject { ["name"] = "X", ["type"] = "Int32" });
        used["outputs"] = new JsonArray(new JsonObject { ["name"] = "Y", ["type"] = "Int32" });
        var node = new JsonObject
        {
            ["type"] = "Twice", ["id"] = "t", ["version"] = 1, ["workflowDefinitionId"] = "twice", ["x"] = Draw.Literal("21"),
            ["y"] = new JsonObject { ["typeName"] = "Int32", ["memoryReference"] = new JsonObject { ["id"] = "Y" } },
        };
        var definition = Draw.Definition(Draw.Flow("t>g", node, Draw.Say("g", "`${variables.Y} ${typeof variables.X}`")), variables: "Y");

        var compiled = DefinitionCompiler.Compile(definition, Draw.Catalog, (id, version) => id == "twice" && version == 1 ? new WorkflowDefinition(used) : null);
        var (world, instance) = Draw.Run(compiled);

        Assert.Equal(["21 21 0 undefined", "42 undefined"], world.Console);
        Assert.Equal(
            ["Workflow1 Started", "flow Started", "t Started", "t/Workflow1 Started", "t/s Started"],
            instance.Log.Take(5).Select(line => $"{line.ActivityId} {line.Event}"));
    }

    private static JsonObject Http(string type) => Draw.Activity(
        type, "h", ("url", Draw.Literal("https://hub.example/x")), ("method", Draw.Literal("POST")), ("content", Draw.Json("{\"a\":1}")), ("expectedStatusCodes", Draw.Json("[200]")));
}
