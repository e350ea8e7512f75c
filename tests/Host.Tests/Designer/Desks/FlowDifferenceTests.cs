using System.Text.Json.Nodes;
using CaseMgmt.Designer.Difference;
using CaseMgmt.Designer.Publishing;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Host.Tests.Designer.Desks;

/// <summary>Two versions of the shipped lifecycle, told apart by what they do.</summary>
public sealed class FlowDifferenceTests
{
    [Fact]
    public void Difference_OfAVersionWithItself_IsEmpty() => Assert.True(FlowDifference.Between(Shipped(), Shipped()).IsEmpty);

    [Fact]
    public void Difference_MovedOnTheCanvasAndReordered_IsEmpty()
    {
        var after = Shipped();
        Node(after, "handle")["metadata"]!["designer"]!["position"]!["x"] = 999;
        Node(after, "handle")["nodeId"] = "elsewhere";
        Reverse(after["root"]!["activities"]!.AsArray());
        Assert.True(FlowDifference.Between(Shipped(), after).IsEmpty);
    }

    [Fact]
    public void Difference_OfOneLimit_NamesNodeInputAndBothValues()
    {
        var after = Shipped();
        Node(after, "handle")["slaHoursNormal"]!["expression"]!["value"] = 40;

        var node = Assert.Single(FlowDifference.Between(Shipped(), after).Nodes);
        Assert.Equal(("handle", "稽查处理", "changed"), (node.Id, node.Name, node.Kind));
        Assert.Equal([new InputChange("slaHoursNormal", "80", "40")], node.Inputs);
    }

    [Fact]
    public void Difference_LiteralTurnedExpression_ShowsItsLanguage()
    {
        var after = Shipped();
        Node(after, "handle")["slaHoursNormal"]!["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "8 * 5" };
        Assert.Equal("JavaScript: 8 * 5", FlowDifference.Between(Shipped(), after).Nodes.Single().Inputs.Single().After);
    }

    [Fact]
    public void Difference_NodeInsertedIntoAnArrow_AddsOneNodeAndExchangesTheArrows()
    {
        var difference = FlowDifference.Between(Shipped(), Inserted());
        Assert.Equal([("pause", "added")], difference.Nodes.Select(node => (node.Id, node.Kind)));
        Assert.Equal(
            [("sign-in", "签收", "pause", "added"), ("pause", "Done", "handle", "added"), ("sign-in", "签收", "handle", "removed")],
            difference.Arrows.Select(arrow => (arrow.Source, arrow.Port, arrow.Target, arrow.Kind)));
    }

    [Fact]
    public void Difference_TheOtherWayRound_SwapsAddedAndRemoved()
    {
        var difference = FlowDifference.Between(Inserted(), Shipped());
        Assert.Equal([("pause", "removed")], difference.Nodes.Select(node => (node.Id, node.Kind)));
        Assert.Equal(2, difference.Arrows.Count(arrow => arrow.Kind == "removed"));
    }

    [Fact]
    public void Difference_InsideALoop_NamesTheNodeThatIsDrawn()
    {
        var (before, after) = (Looped("1"), Looped("2"));
        var node = Assert.Single(FlowDifference.Between(before, after).Nodes);
        Assert.Equal(("line", "loop", "changed"), (node.Id, node.Inside, node.Kind));
    }

    [Fact]
    public void Difference_NodeOfAnotherKindUnderTheSameId_IsAChangeOfType()
    {
        var after = Shipped();
        Node(after, "recheck")["type"] = "Audit.UnitReview";
        Assert.Contains(new InputChange("type", "Audit.Recheck", "Audit.UnitReview"), FlowDifference.Between(Shipped(), after).Nodes.Single().Inputs);
    }

    [Fact]
    public void Difference_OfAVariable_StandsWithTheLifecycleItself()
    {
        var after = Shipped();
        after["variables"] = new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "Rounds", ["typeName"] = "Int32" });
        var node = Assert.Single(FlowDifference.Between(Shipped(), after).Nodes);
        Assert.Equal((FlowDifference.Lifecycle, "variables"), (node.Id, node.Inputs.Single().Name));
    }

    [Fact]
    public void Difference_WheneverTheHashDiffers_IsNotEmpty()
    {
        foreach (var id in new[] { "sign-in", "handle", "unit-review", "recheck", "evaluate", "improve" })
        {
            foreach (var input in Node(Shipped(), id).Where(pair => pair.Value is JsonObject value && value.ContainsKey("expression")).Select(pair => pair.Key).ToList())
            {
                var after = Shipped();
                Node(after, id)[input]!["expression"]!["value"] = "something else";
                Assert.NotEqual(Hash(Shipped()), Hash(after));
                Assert.False(FlowDifference.Between(Shipped(), after).IsEmpty, $"{id}.{input}");
            }
        }
    }

    [Fact]
    public void Sentences_OfADifference_NameNodesByTheirTexts()
    {
        var lines = DefinitionDifference.Between(Shipped(), Inserted());
        Assert.Contains(new DefinitionDifference("added", "等待一天", null, null) { Key = "pause" }, lines);
        Assert.Contains(new DefinitionDifference("removed", "签收 —签收→ 稽查处理", null, null) { Key = "sign-in—签收→handle" }, lines);
    }

    private static string Hash(JsonObject model) => ContentHash.Of(DefinitionJson.Read(model));

    private static JsonObject Inserted() => ShippedLifecycle.WithPause(Shipped());

    private static JsonObject Shipped() => ShippedLifecycle.Read();

    private static JsonObject Node(JsonObject model, string id) => ShippedLifecycle.Node(model, id);

    private static void Reverse(JsonArray items)
    {
        var copies = items.Select(item => item!.DeepClone()).Reverse().ToList();
        items.Clear();
        copies.ForEach(items.Add);
    }

    private static JsonObject Looped(string text) => JsonNode.Parse($$"""
        { "definitionId": "loop", "root": { "id": "root", "type": "Elsa.Flowchart", "connections": [], "activities": [
          { "id": "loop", "type": "Elsa.ForEach", "body": { "id": "line", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } } } } ] } }
        """)!.AsObject();
}
