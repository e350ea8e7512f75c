using System.Diagnostics;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Benchmarks;

/// <summary>An in-memory flowchart of seven nodes with a decision, from start to finish, on one thread.</summary>
public static class InterpreterBenchmark
{
    private const int Batch = 20_000;

    public static void Run(TextWriter output)
    {
        var catalog = new ActivityCatalog(EngineActivities.All);
        foreach (var (name, condition) in new[]
        {
            ("input expression", """{ "type": "Input", "value": { "name": "Flag" } }"""),
            ("JavaScript", """{ "type": "JavaScript", "value": "getInput('Flag') === true" }"""),
        })
        {
            var definition = DefinitionCompiler.Compile(DefinitionJson.Read(SevenNodes(condition)), catalog);
            output.WriteLine($"flowchart of 7 nodes, decision by {name}: {Measure(definition):N0} runs/s");
        }
    }

    private static double Measure(CompiledDefinition definition)
    {
        var settings = new AdvanceSettings(DateTime.UnixEpoch, 1, TimeZoneInfo.Utc);
        var start = new Stimulus.Start(new() { ["Flag"] = true });
        var best = 0.0;
        for (var round = 0; round < 8; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var run = 0; run < Batch; run++)
            {
                var transition = Interpreter.Advance(definition, InstanceState.New("bench", definition), start, settings);
                if (transition.Status != WorkflowStatus.Finished)
                {
                    throw new InvalidOperationException("The flowchart did not finish.");
                }
            }

            best = Math.Max(best, Batch / watch.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static string SevenNodes(string condition) => $$"""
        {
          "definitionId": "seven", "version": 1, "inputs": [{ "name": "Flag", "type": "Boolean" }],
          "root": {
            "type": "Elsa.Flowchart", "id": "root", "version": 1, "start": "a",
            "activities": [
              {{Line("a")}}, {{Line("b")}},
              { "type": "Elsa.FlowDecision", "id": "d", "version": 1, "condition": { "typeName": "Boolean", "expression": {{condition}} } },
              {{Line("yes")}}, {{Line("no")}}, {{Line("e")}}, {{Line("f")}}
            ],
            "connections": [{{Wire("a", "Done", "b")}}, {{Wire("b", "Done", "d")}}, {{Wire("d", "True", "yes")}}, {{Wire("d", "False", "no")}},
              {{Wire("yes", "Done", "e")}}, {{Wire("no", "Done", "e")}}, {{Wire("e", "Done", "f")}}]
          }
        }
        """;

    private static string Line(string id) =>
        $$"""{ "type": "Elsa.WriteLine", "id": "{{id}}", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{id}}" } } }""";

    private static string Wire(string from, string port, string to) =>
        $$"""{ "source": { "activity": "{{from}}", "port": "{{port}}" }, "target": { "activity": "{{to}}", "port": "In" } }""";
}
