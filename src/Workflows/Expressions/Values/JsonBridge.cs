using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>Values cross the border of the language as JSON copies, charged like everything else.</summary>
internal static class JsonBridge
{
    /// <summary>What a state, a message or an answer of the API can carry, with room for what they wrap it in.</summary>
    private const int MostLevels = 100;

    private static readonly JsonElement[] Small = [.. Enumerable.Range(0, 1024).Select(number => JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture)))];

    public static JsValue FromNode(Evaluation run, JsonNode? node) => node switch
    {
        null => JsValue.Null,
        JsonObject source => FromObject(run, source),
        JsonArray source => FromArray(run, source),
        _ => FromScalar(run, node.AsValue()),
    };

    /// <summary>What JSON.stringify would write, as nodes: undefined and functions are null here, dates ISO texts, NaN null. Numbers can be read as any numeric type.</summary>
    public static JsonNode? ToNode(Evaluation run, JsValue value)
    {
        run.Step(1);
        run.Allocate(32);
        return value.Type switch
        {
            JsType.Boolean => JsonValue.Create(value.IsTrue),
            JsType.Number => FromNumber(value.Number),
            JsType.String => JsonValue.Create(value.AsText),
            JsType.Object => FromReference(run, value.AsObject!),
            _ => null,
        };
    }

    private static JsonValue? FromNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            return null;
        }

        return number >= 0 && number < Small.Length && number == (int)number
            ? JsonValue.Create(Small[(int)number])
            : JsonValue.Create(JsonElement.Parse(NumberText.Format(number)));
    }

    private static JsonNode? FromReference(Evaluation run, JsObject source)
    {
        if (source is JsDate date)
        {
            return double.IsNaN(date.Time) ? null : JsonValue.Create(DateText.Iso(date.Time));
        }

        if (run.Visited >= MostLevels)
        {
            throw Fail.Range($"A value may be nested {MostLevels} levels deep");
        }

        if (!run.Visit(source))
        {
            throw Fail.Type("Converting circular structure to JSON");
        }

        JsonNode result = source is JsArray array ? Elements(run, array) : Properties(run, source);
        run.Unvisit(source);
        return result;
    }

    private static JsonArray Elements(Evaluation run, JsArray source)
    {
        var result = new JsonArray();
        foreach (var item in source.Items)
        {
            result.Add(ToNode(run, item));
        }

        return result;
    }

    private static JsonObject Properties(Evaluation run, JsObject source)
    {
        var result = new JsonObject();
        foreach (var key in source.OwnKeys(run))
        {
            if (source.TryGetOwn(run, key, out var value) && value.Type is not (JsType.Undefined or JsType.Function))
            {
                result[key] = ToNode(run, value);
            }
        }

        return result;
    }

    private static JsValue FromScalar(Evaluation run, JsonValue node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.True:
                return JsValue.True;
            case JsonValueKind.False:
                return JsValue.False;
            case JsonValueKind.Null:
                return JsValue.Null;
            case JsonValueKind.Number:
                return JsValue.Of(NumberOf(node));
            default:
                var text = TextOf(node);
                run.AllocateText(text.Length);
                return JsValue.Of(text);
        }
    }

    private static double NumberOf(JsonValue node)
    {
        if (node.TryGetValue(out double number))
        {
            return number;
        }

        return node.TryGetValue(out int small) ? small : node.TryGetValue(out long large) ? large : NumberText.Parse(node.ToJsonString());
    }

    /// <summary>Values made of dates or ids in .NET are texts in JSON.</summary>
    private static string TextOf(JsonValue node) => node.TryGetValue(out string? text) ? text : JsonSerializer.Deserialize<string>(node.ToJsonString()) ?? "";

    private static JsValue FromObject(Evaluation run, JsonObject source)
    {
        run.Enter(8);
        run.Step(source.Count);
        var result = new JsObject();
        foreach (var (key, value) in source)
        {
            result.Set(run, key, FromNode(run, value));
        }

        run.Leave(8);
        return JsValue.Of(result);
    }

    private static JsValue FromArray(Evaluation run, JsonArray source)
    {
        run.Enter(8);
        var result = JsArray.Make(run, source.Count);
        foreach (var item in source)
        {
            result.Items.Add(FromNode(run, item));
        }

        run.Leave(8);
        return JsValue.Of(result);
    }
}
