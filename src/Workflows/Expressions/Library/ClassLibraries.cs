using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>The function Number and its static members.</summary>
internal static class NumberLibrary
{
    public static NativeFunction Make()
    {
        var made = new NativeFunction("Number", (run, _, arguments) => JsValue.Of(arguments.Length == 0 ? 0 : Coerce.ToNumber(run, arguments[0]))) { HasInstance = _ => false };
        made.With("MAX_SAFE_INTEGER", JsValue.Of(9007199254740991)).With("MIN_SAFE_INTEGER", JsValue.Of(-9007199254740991))
            .With("MAX_VALUE", JsValue.Of(double.MaxValue)).With("MIN_VALUE", JsValue.Of(double.Epsilon)).With("EPSILON", JsValue.Of(Math.BitIncrement(1.0) - 1))
            .With("POSITIVE_INFINITY", JsValue.Of(double.PositiveInfinity)).With("NEGATIVE_INFINITY", JsValue.Of(double.NegativeInfinity)).With("NaN", JsValue.NaN);
        Globals.Add(made, "isInteger", (_, _, arguments) => JsValue.Of(IsWhole(arguments.At(0), double.MaxValue)));
        Globals.Add(made, "isSafeInteger", (_, _, arguments) => JsValue.Of(IsWhole(arguments.At(0), 9007199254740991)));
        Globals.Add(made, "isFinite", (_, _, arguments) => JsValue.Of(arguments.At(0).IsNumber && double.IsFinite(arguments[0].Number)));
        Globals.Add(made, "isNaN", (_, _, arguments) => JsValue.Of(arguments.At(0).IsNumber && double.IsNaN(arguments[0].Number)));
        Globals.Add(made, "parseFloat", (run, _, arguments) => JsValue.Of(GlobalFunctions.ParseFloat(run, Coerce.ToText(run, arguments.At(0)))));
        Globals.Add(made, "parseInt", (run, _, arguments) => JsValue.Of(GlobalFunctions.ParseInt(run, Coerce.ToText(run, arguments.At(0)), arguments.At(1))));
        return made;
    }

    private static bool IsWhole(JsValue value, double most) => value.IsNumber && value.Number == Math.Floor(value.Number) && Math.Abs(value.Number) <= most;
}

/// <summary>The function String and its static members.</summary>
internal static class TextLibrary
{
    public static NativeFunction Make()
    {
        var made = new NativeFunction("String", (run, _, arguments) => JsValue.Of(arguments.Length == 0 ? "" : Coerce.ToText(run, arguments[0]))) { HasInstance = _ => false };
        Globals.Add(made, "fromCharCode", (run, _, arguments) => JsValue.Of(Build(run, arguments, static (_, number) => ((char)(ushort)Coerce.ToInt32(number)).ToString())));
        Globals.Add(made, "fromCodePoint", (run, _, arguments) => JsValue.Of(Build(run, arguments, static (run, number) =>
            number >= 0 && number <= 0x10FFFF && number == Math.Floor(number)
                ? CodePoints.Text((int)number) : throw Fail.Range("Invalid code point " + NumberText.Format(number)))));
        return made;
    }

    private static string Build(Evaluation run, ReadOnlySpan<JsValue> arguments, Func<Evaluation, double, string> part)
    {
        run.AllocateText(2L * arguments.Length);
        var made = new StringBuilder();
        foreach (var argument in arguments)
        {
            made.Append(part(run, Coerce.ToNumber(run, argument)));
        }

        return made.ToString();
    }
}

/// <summary>The function Array and its static members.</summary>
internal static class ArrayLibrary
{
    public static NativeFunction Make()
    {
        NativeCode make = (run, _, arguments) => Make(run, arguments);
        var made = new NativeFunction("Array", make)
        {
            Construct = make,
            HasInstance = target => target is JsArray,
        };
        Globals.Add(made, "isArray", (_, _, arguments) => JsValue.Of(arguments.At(0).AsArray is not null));
        Globals.Add(made, "of", (run, _, arguments) => JsValue.Of(JsArray.Of(run, arguments.ToArray())));
        Globals.Add(made, "from", From);
        return made;
    }

    // A single number is a length; anything else are the elements.
    private static JsValue Make(Evaluation run, ReadOnlySpan<JsValue> arguments)
    {
        if (arguments.Length != 1 || !arguments[0].IsNumber)
        {
            return JsValue.Of(JsArray.Of(run, arguments.ToArray()));
        }

        var length = arguments[0].Number;
        return length >= 0 && length <= uint.MaxValue && length == Math.Floor(length)
            ? JsValue.Of(JsArray.OfLength(run, (long)length))
            : throw Fail.Range("Invalid array length");
    }

    private static JsValue From(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var map = arguments.At(1).IsUndefined ? null : ArrayCallbacks.Callback(arguments[1]);
        var items = Iteration.Can(arguments.At(0)) ? Iteration.ToList(run, arguments[0]) : Indexed(run, arguments.At(0));
        for (var index = 0; map is not null && index < items.Count; index++)
        {
            run.Step(1);
            items[index] = map.Call(run, default, [items[index], JsValue.Of(index)]);
        }

        return JsValue.Of(JsArray.Of(run, items));
    }

    /// <summary>An object with a length: its size is charged before there is a list.</summary>
    private static List<JsValue> Indexed(Evaluation run, JsValue source)
    {
        if (source.IsNullish)
        {
            throw Fail.Type($"{Coerce.Describe(source)} is not iterable");
        }

        if (!source.IsObject)
        {
            return [];
        }

        var length = Math.Clamp(Coerce.ToInteger(run, Properties.Get(run, source, "length")), 0, 4_294_967_295);
        run.Step((long)length);
        run.Allocate(16 * (long)length);
        return [.. Enumerable.Range(0, (int)length).Select(index => Properties.Get(run, source, NumberText.Format(index)))];
    }
}
