using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>What can be spread, destructured or given to Array.from: arrays, texts by code point, maps and sets.</summary>
internal static class Iteration
{
    public static List<JsValue> ToList(Evaluation run, JsValue value)
    {
        if (value.AsArray is { } array)
        {
            run.Step(array.Items.Count / 4);
            run.Allocate(16L * array.Items.Count);
            return [.. array.Items];
        }

        if (value.AsText is { } text)
        {
            return OfText(run, text);
        }

        if (value.AsObject is JsIterator iterator)
        {
            var items = iterator.Drain();
            run.Allocate(16L * items.Count);
            return items;
        }

        return value.AsObject is JsKeyed keyed ? OfKeyed(run, keyed) : throw Fail.Type($"{Coerce.Describe(value)} is not iterable");
    }

    public static bool Can(JsValue value) => value.AsText is not null || value.AsObject is JsArray or JsKeyed or JsIterator;

    private static List<JsValue> OfText(Evaluation run, string text)
    {
        run.Step(text.Length);
        run.Allocate(48L * text.Length);
        var parts = new List<JsValue>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = CodePoints.At(text, at).Length;
            parts.Add(JsValue.Of(text.Substring(at, length)));
            at += length;
        }

        return parts;
    }

    private static List<JsValue> OfKeyed(Evaluation run, JsKeyed keyed)
    {
        run.Step(keyed.Size);
        run.Allocate(120L * keyed.Size);
        var parts = new List<JsValue>(keyed.Size);
        for (var index = 0; index < keyed.Size; index++)
        {
            var (key, item) = keyed.At(index);
            parts.Add(keyed.IsMap ? JsValue.Of(JsArray.Of(run, [key, item])) : key);
        }

        return parts;
    }
}
