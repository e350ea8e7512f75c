using System.Globalization;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>The <c>JSON</c> object.</summary>
internal static class JsonLibrary
{
    public static JsObject Make()
    {
        var made = new JsObject();
        Globals.Add(made, "parse", Parse);
        Globals.Add(made, "stringify", (run, _, arguments) => Stringify(run, arguments));
        made.Frozen = true;
        return made;
    }

    public static JsValue Stringify(Evaluation run, ReadOnlySpan<JsValue> arguments) =>
        new JsonWriter(run, arguments.At(1), Indent(run, arguments.At(2))).Write(arguments.At(0)) is { } text ? JsValue.Of(text) : default;

    private static JsValue Parse(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var reviver = arguments.At(1).AsFunction;
        var value = new JsonReader(run, Coerce.ToText(run, arguments.At(0))).Read();
        return reviver is null ? value : Revive(run, reviver, "", value);
    }

    /// <summary>From the leaves up; what the function makes undefined is left out.</summary>
    private static JsValue Revive(Evaluation run, JsFunction reviver, string key, JsValue value)
    {
        run.Enter(8);
        var made = value.AsArray is { } array ? Elements(run, reviver, array) : value.AsObject is { } source ? Members(run, reviver, source) : value;
        run.Leave(8);
        run.Step(1);
        return reviver.Call(run, default, [JsValue.Of(key), made]);
    }

    private static JsValue Elements(Evaluation run, JsFunction reviver, JsArray source)
    {
        var made = JsArray.Make(run, source.Items.Count);
        for (var index = 0; index < source.Items.Count; index++)
        {
            var item = Revive(run, reviver, index.ToString(CultureInfo.InvariantCulture), source.Items[index]);
            made.Items.Add(item);
            made.IsUnfilled |= item.IsUndefined;
        }

        return JsValue.Of(made);
    }

    private static JsValue Members(Evaluation run, JsFunction reviver, JsObject source)
    {
        var made = new JsObject();
        foreach (var key in source.OwnKeys(run))
        {
            if (source.TryGetOwn(run, key, out var value) && Revive(run, reviver, key, value) is { IsUndefined: false } revived)
            {
                made.Set(run, key, revived);
            }
        }

        return JsValue.Of(made);
    }

    private static string Indent(Evaluation run, JsValue argument) => argument.IsNumber
        ? new string(' ', (int)Math.Clamp(Coerce.ToInteger(run, argument), 0, 10))
        : argument.AsText is { } text ? text[..Math.Min(10, text.Length)] : "";
}
