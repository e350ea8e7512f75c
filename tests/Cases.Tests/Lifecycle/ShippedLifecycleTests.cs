using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>The shipped lifecycles name only what exists: activity types, inputs, forms, outcomes that lead somewhere.</summary>
public sealed class ShippedLifecycleTests
{
    private static readonly Dictionary<string, Workflows.Activities.Activity> Known =
        AuditActivities.All.ToDictionary(activity => activity.Descriptor.TypeName);

    [Theory]
    [InlineData("audit-task")]
    [InlineData("online-audit")]
    [InlineData("reopened-audit")]
    public void EveryAuditNode_HasKnownTypeAndInputsAndForm(string key)
    {
        var forms = Shipped.Forms();
        foreach (var node in Nodes(key).Where(node => node["type"]!.ToString().StartsWith("Audit.", StringComparison.Ordinal)))
        {
            var descriptor = Known[node["type"]!.ToString()].Descriptor;
            var names = descriptor.Inputs.Select(input => Camel(input.Name)).Concat(descriptor.Outputs.Select(output => Camel(output.Name)))
                .Concat(["id", "nodeId", "name", "type", "version", "customProperties", "metadata"]);
            Assert.Empty(node.Select(pair => pair.Key).Except(names));
            if (descriptor.IsHuman)
            {
                Assert.NotNull(forms.Find(Value(node, "form"), 1));
            }
        }
    }

    [Theory]
    [InlineData("audit-task")]
    [InlineData("online-audit")]
    [InlineData("reopened-audit")]
    public void EveryOutcomeOfAHumanNode_LeadsSomewhere(string key)
    {
        var ports = Connections(key).Select(link => $"{link["source"]!["activity"]}.{link["source"]!["port"]}").ToHashSet();
        foreach (var node in Nodes(key).Where(node => node["outcomes"] is not null))
        {
            var outcomes = JsonNode.Parse(Value(node, "outcomes"))!.AsArray().Select(outcome => outcome!.ToString()).ToList();
            Assert.All(outcomes, outcome => Assert.Contains($"{node["id"]}.{outcome}", ports));
            Assert.Equal(outcomes, JsonNode.Parse(Value(node, "outcomeOptions"))!.AsObject().Select(option => option.Key));
        }
    }

    private static IEnumerable<JsonObject> Nodes(string key) => Root(key)["activities"]!.AsArray().Select(node => node!.AsObject());

    private static IEnumerable<JsonObject> Connections(string key) => Root(key)["connections"]!.AsArray().Select(link => link!.AsObject());

    private static JsonObject Root(string key) => JsonNode.Parse(File.ReadAllText(Shipped.Latest(key)))!["root"]!.AsObject();

    private static string Value(JsonObject node, string input) => node[input]!["expression"]!["value"]!.ToString();

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
