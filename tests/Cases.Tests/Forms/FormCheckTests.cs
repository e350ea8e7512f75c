using System.Text.Json.Nodes;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Cases.Inbox;

namespace CaseMgmt.Cases.Tests.Forms;

/// <summary>What stops a form from being published.</summary>
public sealed class FormCheckTests
{
    [Fact]
    public void Forms_ThatTheProductShips_MayAllBePublished()
    {
        foreach (var file in Directory.GetFiles(Shipped.Folder("forms"), "v*.json", SearchOption.AllDirectories))
        {
            Assert.Equal((file, ""), (file, string.Join("; ", FormCheck.Findings(FormDefinition.Read(File.ReadAllText(file))))));
        }
    }

    [Theory]
    [InlineData("""{ "name": "Two words", "type": "text" }""", "name")]
    [InlineData("""{ "name": "first", "type": "text" }""", "name-twice")]
    [InlineData("""{ "name": "x", "type": "signature" }""", "type")]
    [InlineData("""{ "name": "x", "type": "text", "label": { "zh": "只有中文", "en": "" } }""", "label")]
    [InlineData("""{ "name": "x", "type": "choice" }""", "options")]
    [InlineData("""{ "name": "x", "type": "choice", "options": [{ "value": "a", "label": { "zh": "甲", "en": "A" } }, { "value": "a", "label": { "zh": "乙", "en": "B" } }] }""", "options")]
    [InlineData("""{ "name": "x", "type": "text", "minLength": 9, "maxLength": 3 }""", "length")]
    [InlineData("""{ "name": "x", "type": "money", "min": 9, "max": 3 }""", "range")]
    [InlineData("""{ "name": "x", "type": "decimal", "decimals": 12 }""", "decimals")]
    [InlineData("""{ "name": "x", "type": "text", "requiredWhen": { "field": "later", "in": ["a"] } }""", "condition")]
    [InlineData("""{ "name": "x", "type": "text", "visibleWhen": { "field": "x", "in": ["a"] } }""", "condition")]
    [InlineData("""{ "name": "x", "type": "text", "prefill": "weather" }""", "prefill")]
    public void Field_WithOneMistake_IsNamedWithIt(string field, string code)
    {
        var json = JsonNode.Parse(field)!.AsObject();
        json.TryAdd("label", new JsonObject { ["zh"] = "字段", ["en"] = "Field" });
        Assert.Equal([new FormFinding((string)json["name"]!, code)], FormCheck.Findings(Form(json)));
    }

    [Fact]
    public void Form_WithoutEnglishTitle_IsNotFinished() => Assert.Equal([new FormFinding("", "title")], FormCheck.Findings(Form() with { Title = new("标题", "") }));

    private static FormDefinition Form(params JsonObject[] more) => FormDefinition.Read(new JsonObject
    {
        ["key"] = "some-form", ["version"] = 1, ["title"] = new JsonObject { ["zh"] = "标题", ["en"] = "Title" },
        ["fields"] = new JsonArray([new JsonObject { ["name"] = "first", ["type"] = "text", ["label"] = new JsonObject { ["zh"] = "第一", ["en"] = "First" } }, .. more]),
    }.ToJsonString());
}
