using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Tests.Execution;

namespace CaseMgmt.Workflows.Tests.Definitions;

public sealed class ContentHashTests
{
    private static WorkflowDefinition Original => Draw.Definition(Draw.Flow("a>b b>c", Draw.Line("a"), Draw.Wait("b"), Draw.Line("c")), variables: "N");

    [Fact]
    public void Hash_LayoutFlagsDatesAndOrderChanged_IsTheSame()
    {
        var changed = Original.Json;
        (changed["version"], changed["isLatest"], changed["createdAt"], changed["id"]) = (7, true, "2026-01-01T00:00:00Z", "other");
        var activities = (JsonArray)changed["root"]!["activities"]!;
        activities[0]!["nodeId"] = "Workflow1:flow:a";
        activities[0]!["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 1 } } };
        var last = activities[2]!.DeepClone();
        activities.RemoveAt(2);
        activities.Insert(0, last);
        changed["root"]!["connections"]![0]!["vertices"] = new JsonArray();

        Assert.Equal(ContentHash.Of(Original), ContentHash.Of(new WorkflowDefinition(changed)));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("name")]
    [InlineData("connection")]
    public void Hash_MeaningChanged_IsAnother(string what)
    {
        var changed = Original.Json;
        switch (what)
        {
            case "text":
                changed["root"]!["activities"]![0]!["text"]!["expression"]!["value"] = "other";
                break;
            case "name":
                changed["name"] = "other";
                break;
            default:
                changed["root"]!["connections"]![0]!["source"]!["port"] = "Else";
                break;
        }

        Assert.NotEqual(ContentHash.Of(Original), ContentHash.Of(new WorkflowDefinition(changed)));
    }

    [Fact]
    public void Hash_OrderInASequenceChanged_IsAnother()
    {
        var one = Draw.Definition(Draw.Sequence("s", Draw.Line("a"), Draw.Line("b")));
        var other = Draw.Definition(Draw.Sequence("s", Draw.Line("b"), Draw.Line("a")));

        Assert.NotEqual(ContentHash.Of(one), ContentHash.Of(other));
    }
}
