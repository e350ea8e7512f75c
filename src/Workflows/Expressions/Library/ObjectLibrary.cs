using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>The static members of Object that look at values and make new ones; none reaches a class or a property's attributes.</summary>
internal static class ObjectLibrary
{
    public static NativeFunction Make()
    {
        var made = new NativeFunction("Object", (_, _, arguments) => arguments.At(0).IsObject ? arguments[0]
            : throw Fail.Unsupported("Object(...) is not available; write an object as a literal.")) { HasInstance = _ => true };
        Globals.Add(made, "keys", (run, _, arguments) => List(run, arguments.At(0), static (_, _, key) => JsValue.Of(key)));
        Globals.Add(made, "values", (run, _, arguments) => List(run, arguments.At(0), static (run, source, key) => Properties.Get(run, source, key)));
        Globals.Add(made, "entries", (run, _, arguments) => List(run, arguments.At(0), Entry));
        Globals.Add(made, "getOwnPropertyNames", Names);
        Globals.Add(made, "groupBy", GroupBy);
        Globals.Add(made, "assign", Assign);
        Globals.Add(made, "fromEntries", FromEntries);
        Globals.Add(made, "is", (_, _, arguments) => JsValue.Of(Equality.Same(arguments.At(0), arguments.At(1))));
        Globals.Add(made, "hasOwn", (run, _, arguments) => JsValue.Of(Properties.HasOwn(run, NotNull(arguments.At(0)), Keys.Of(run, arguments.At(1)))));
        Globals.Add(made, "freeze", (_, _, arguments) => Freeze(arguments.At(0)));
        Globals.Add(made, "isFrozen", (_, _, arguments) => JsValue.Of(arguments.At(0).AsObject is not { } target || target.Frozen));
        return made;
    }

    private static JsValue NotNull(JsValue value) => value.IsNullish ? throw Fail.Type("Cannot convert undefined or null to object") : value;

    private static JsValue List(Evaluation run, JsValue source, Func<Evaluation, JsValue, string, JsValue> part)
    {
        var keys = Properties.OwnKeys(run, NotNull(source));
        var made = JsArray.Make(run, keys.Count);
        foreach (var key in keys)
        {
            made.Items.Add(part(run, source, key));
        }

        return JsValue.Of(made);
    }

    // Those that Object.keys leaves out: the length of a text or an array, what an error says.
    private static JsValue Names(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var source = NotNull(arguments.At(0));
        var keys = Properties.OwnKeys(run, source);
        if (source.AsText is not null || source.AsArray is not null)
        {
            keys = [.. keys, "length"];
        }

        return JsValue.Of(JsArray.Of(run, [.. keys.Select(JsValue.Of)]));
    }

    private static JsValue GroupBy(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var (items, callback) = (Iteration.ToList(run, NotNull(arguments.At(0))), ArrayCallbacks.Callback(arguments.At(1)));
        var made = new JsObject();
        for (var index = 0; index < items.Count; index++)
        {
            run.Step(1);
            var key = Keys.Of(run, callback.Call(run, default, [items[index], JsValue.Of(index)]));
            if (!made.TryGetOwn(run, key, out var group))
            {
                group = JsValue.Of(JsArray.Make(run, 0));
                made.Set(run, key, group);
            }

            group.AsArray!.Add(run, items[index]);
        }

        return JsValue.Of(made);
    }

    private static JsValue Entry(Evaluation run, JsValue source, string key) =>
        JsValue.Of(JsArray.Of(run, [JsValue.Of(key), Properties.Get(run, source, key)]));

    private static JsValue Assign(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var target = NotNull(arguments.At(0)).AsObject ?? throw Fail.Unsupported("Object.assign needs an object.");
        foreach (var source in arguments[1..])
        {
            Properties.CopyInto(run, target, source);
        }

        return arguments[0];
    }

    private static JsValue FromEntries(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var made = new JsObject();
        foreach (var entry in Iteration.ToList(run, arguments.At(0)))
        {
            if (!entry.IsObject)
            {
                throw Fail.Type($"Iterator value {Coerce.Describe(entry)} is not an entry object");
            }

            made.Set(run, Keys.Of(run, Properties.Get(run, entry, "0")), Properties.Get(run, entry, "1"));
        }

        return JsValue.Of(made);
    }

    private static JsValue Freeze(JsValue value)
    {
        if (value.AsObject is { } target and not JsVariables)
        {
            target.Frozen = true;
        }

        return value;
    }
}
