namespace CaseMgmt.Workflows.Expressions.Syntax;

/// <summary>Reserved words, what they are refused with, and the names that lead out of a value.</summary>
internal static class Words
{
    public static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false",
        "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null", "return", "super", "switch", "this", "throw", "true", "try",
        "typeof", "var", "void", "while", "with", "yield", "let", "static", "implements", "interface", "package", "private", "protected", "public", "await",
    };

    /// <summary>Constructs that are not part of the language, with the reason a process owner can act on.</summary>
    public static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["for"] = "'for' loops are not allowed; use map, filter, reduce or another array function.",
        ["while"] = "'while' loops are not allowed; use map, filter, reduce or another array function.",
        ["do"] = "'do' loops are not allowed; use map, filter, reduce or another array function.",
        ["class"] = "'class' is not allowed.",
        ["super"] = "'super' is not allowed.",
        ["this"] = "'this' is not allowed; functions see their parameters and the names around them.",
        ["try"] = "'try' is not allowed: an error ends the expression and becomes an incident.",
        ["delete"] = "'delete' is not allowed; copy without the member: const { member, ...rest } = value.",
        ["with"] = "'with' is not allowed.",
        ["yield"] = "Generators are not allowed.",
        ["await"] = "'await' is not allowed: expressions do not wait.",
        ["import"] = "'import' is not allowed: expressions stand alone.",
        ["export"] = "'export' is not allowed: expressions stand alone.",
        ["debugger"] = "'debugger' is not allowed.",
        ["break"] = "'break' leaves a switch; it is not allowed elsewhere, because there are no loops.",
        ["continue"] = "'continue' is not allowed: there are no loops.",
    };

    /// <summary>Names of the standard library that exist in JavaScript and are left out here: refused at compile time, not missed at run time.</summary>
    public static readonly HashSet<string> AbsentGlobals = new(StringComparer.Ordinal)
    {
        "eval", "Function", "Symbol", "Proxy", "Reflect", "Promise", "globalThis", "window", "global", "process", "require", "Intl", "BigInt", "WeakMap",
        "WeakSet", "WeakRef", "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "WebAssembly", "setTimeout", "setInterval", "arguments", "escape",
        "unescape", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float32Array", "Float64Array",
        "BigInt64Array", "BigUint64Array", "FinalizationRegistry", "structuredClone", "queueMicrotask", "fetch", "importNamespace", "System", "async",
    };

    /// <summary>Members of JavaScript's own values that are left out here: refused where they are called, so that data may still have members of these names.</summary>
    public static readonly HashSet<string> RefusedCalls = new(StringComparer.Ordinal)
    {
        "call", "apply", "bind", "fromAsync", "raw", "compile", "toLocaleString", "toLocaleDateString",
        "toLocaleTimeString", "propertyIsEnumerable", "isPrototypeOf", "getPrototypeOf", "setPrototypeOf",
        "defineProperty", "defineProperties", "getOwnPropertyDescriptor", "getOwnPropertyDescriptors", "getOwnPropertySymbols",
        "create", "seal", "isSealed", "preventExtensions", "isExtensible", "getYear", "setYear", "toGMTString", "captureStackTrace",
    };

    /// <summary>Members that lead from a value to its class: refused wherever they are written out.</summary>
    public static readonly HashSet<string> RefusedMembers = new(StringComparer.Ordinal)
    {
        "constructor", "prototype", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
    };

    /// <summary>Members that JavaScript's own values have and these do not: an error when a value is asked for one it has no own property for, never a silent undefined.</summary>
    public static readonly HashSet<string> AbsentMembers = new(StringComparer.Ordinal)
    {
        "constructor", "prototype", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "isPrototypeOf",
        "propertyIsEnumerable", "toLocaleString", "valueOf", "toString", "hasOwnProperty",
    };

    /// <summary>The same for values that carry no own properties: text, numbers, arrays, functions, dates, maps, patterns and the library's objects.</summary>
    public static readonly HashSet<string> AbsentValueMembers = new(StringComparer.Ordinal)
    {
        "caller", "callee", "arguments", "call", "apply", "bind", "name", "toLocaleDateString", "toLocaleTimeString",
        "setPrototypeOf", "getPrototypeOf", "defineProperty", "defineProperties", "getOwnPropertyDescriptor", "getOwnPropertyDescriptors",
        "getOwnPropertySymbols", "create", "preventExtensions", "isExtensible", "seal", "isSealed", "fromAsync", "anchor",
        "big", "blink", "bold", "fixed", "fontcolor", "fontsize", "italics", "link", "small", "strike", "sub", "sup", "compile", "matchAll",
        "values", "keys", "entries", "raw", "hasIndices", "unicodeSets", "getYear", "setYear", "toGMTString", "captureStackTrace", "stack",
    };
}
