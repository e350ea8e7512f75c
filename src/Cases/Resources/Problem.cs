using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CaseMgmt.Cases.Resources;

/// <summary>
/// An RFC 9457 answer: a stable code for programs, title and detail in the reader's language for people.
/// Texts: "problem.{code}.title" and "problem.{code}.detail" of the resource files; the detail says what to do. An argument that is a function of the language is asked
/// for its text when the reader is known.
/// </summary>
public sealed class Problem(int status, string code, params object?[] args) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public string Code => code;

    /// <summary>Further members of the document, for example the errors of a form.</summary>
    public Dictionary<string, object?> More { get; init; } = [];

    /// <summary>Unknown id, or an id outside the own organisation: nobody can tell which.</summary>
    public static Problem NotFound() => new(StatusCodes.Status404NotFound, "not-found");

    public static Problem Forbidden() => new(StatusCodes.Status403Forbidden, "forbidden");

    public static Problem Conflict(string code, params object?[] args) => new(StatusCodes.Status409Conflict, code, args);

    /// <summary>The request is understood but a rule refuses it.</summary>
    public static Problem Unprocessable(string code, params object?[] args) => new(StatusCodes.Status422UnprocessableEntity, code, args);

    public ProblemDetails In(string language)
    {
        var details = new ProblemDetails
        {
            Type = "about:blank",
            Status = status,
            Title = Texts.Get(language, $"problem.{code}.title"),
            Detail = Texts.Get(language, $"problem.{code}.detail", [.. args.Select(arg => arg is Func<string, string> told ? told(language) : arg)]),
        };
        details.Extensions["code"] = code;
        foreach (var (name, value) in More)
        {
            details.Extensions[name] = value;
        }

        return details;
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return httpContext.Response.WriteAsJsonAsync(In(Texts.LanguageOf(httpContext)), options: null, contentType: "application/problem+json", httpContext.RequestAborted);
    }
}

/// <summary>Carries a problem out of deep code, out of a commit for example, where returning it would be a long way.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Code)
{
    public Problem Problem => problem;
}
