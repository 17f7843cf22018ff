namespace IamCore.AspNetCore;

/// <summary>An endpoint of the host and what it demands.</summary>
/// <param name="DisplayName">The endpoint, as the framework names it.</param>
/// <param name="Route">The route's template; empty for an endpoint without one.</param>
/// <param name="Methods">The HTTP methods; empty for any.</param>
/// <param name="Requirements">What it demands of IAM: <c>action on resource</c>; empty where it demands nothing.</param>
/// <param name="IsOpen">Whether it is open on purpose: <c>AllowAnonymous</c>, under which the framework asks no requirement at all, or <c>WithoutIam</c>.</param>
public sealed record IamEndpoint(string DisplayName, string Route, ValueList<string> Methods, ValueList<string> Requirements, bool IsOpen)
{
    /// <summary>Whether policies decide who may call it.</summary>
    public bool IsProtected => Requirements.Count > 0 && !IsOpen;

    /// <summary>The methods, the route and what is demanded.</summary>
    public override string ToString() =>
        $"{(Methods.Count == 0 ? "*" : string.Join(',', (IEnumerable<string>)Methods))} {(Route.Length == 0 ? DisplayName : Route)}: "
        + (IsOpen ? "open" : IsProtected ? string.Join(" and ", (IEnumerable<string>)Requirements) : "demands nothing of IAM");
}
