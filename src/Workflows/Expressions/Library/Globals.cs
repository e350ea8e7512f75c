using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>The names of the language itself. Found at compile time; names declared in the source hide them.</summary>
internal static class Globals
{
    private static readonly Dictionary<string, JsValue> Names = Make();

    public static bool TryGet(string name, out JsValue value) => Names.TryGetValue(name, out value);

    private static Dictionary<string, JsValue> Make()
    {
        var names = new Dictionary<string, JsValue>(StringComparer.Ordinal)
        {
            ["NaN"] = JsValue.NaN,
            ["Infinity"] = JsValue.Of(double.PositiveInfinity),
            ["Math"] = JsValue.Of(MathLibrary.Make()),
            ["JSON"] = JsValue.Of(JsonLibrary.Make()),
            ["Object"] = JsValue.Of(ObjectLibrary.Make()),
        };
        foreach (var function in Classes().Concat(GlobalFunctions.All()).Concat(ElsaFunctions.All()))
        {
            names.Add(function.Name, JsValue.Of(function));
        }

        return names;
    }

    private static IEnumerable<NativeFunction> Classes() =>
    [
        NumberLibrary.Make(),
        TextLibrary.Make(),
        ArrayLibrary.Make(),
        new("Boolean", (_, _, arguments) => JsValue.Of(Coerce.ToBoolean(arguments.At(0)))) { HasInstance = _ => false },
        DateLibrary(),
        new("Map", (_, _, _) => throw Fail.Type("Constructor Map requires 'new'"))
        {
            Construct = (run, _, arguments) => MapMembers.Construct(run, arguments.At(0), isMap: true),
            HasInstance = target => target is JsKeyed { IsMap: true },
        },
        new("Set", (_, _, _) => throw Fail.Type("Constructor Set requires 'new'"))
        {
            Construct = (run, _, arguments) => MapMembers.Construct(run, arguments.At(0), isMap: false),
            HasInstance = target => target is JsKeyed { IsMap: false },
        },
        PatternLibrary.Make(),
        ErrorClass("Error"),
        ErrorClass("TypeError"),
        ErrorClass("RangeError"),
        ErrorClass("SyntaxError"),
        ErrorClass("ReferenceError"),
    ];

    private static NativeFunction DateLibrary()
    {
        var made = new NativeFunction("Date", (run, _, _) => JsValue.Of(DateText.Full(run.Now, run.Scope.Zone)))
        {
            Construct = (run, _, arguments) => DateMembers.Construct(run, arguments),
            HasInstance = target => target is JsDate,
        };
        Add(made, "now", (run, _, _) => JsValue.Of(run.Now));
        Add(made, "parse", (run, _, arguments) => JsValue.Of(DateParsing.Parse(run, Coerce.ToText(run, arguments.At(0)))));
        Add(made, "UTC", (run, _, arguments) => JsValue.Of(Calendar.Clip(DateMembers.FromFields(run, arguments))));
        return made;
    }

    private static NativeFunction ErrorClass(string name)
    {
        NativeCode make = (run, _, arguments) =>
        {
            run.Allocate(200);
            var error = new JsError(name);
            error.With("name", JsValue.Of(name));
            error.With("message", arguments.At(0).IsUndefined ? JsValue.EmptyText : JsValue.Of(Coerce.ToText(run, arguments[0])));
            if (arguments.At(1).AsObject is { } options && options.TryGetOwn(run, "cause", out var cause))
            {
                error.With("cause", cause);
            }

            return JsValue.Of(error);
        };
        return new NativeFunction(name, make) { Construct = make, HasInstance = target => target is JsError error && (name == "Error" || error.Kind == name) };
    }

    /// <summary>A static member of a class of the library.</summary>
    public static void Add(JsObject owner, string name, NativeCode code) => owner.With(name, JsValue.Of(new NativeFunction(name, code)));
}
