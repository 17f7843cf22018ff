using IamCore.Policies;

namespace IamCore.Tests.Authorization;

/// <summary>Questions in one line.</summary>
internal static class Ask
{
    public const string Account = "123456789012";

    public static Principal User(string name, string account = Account) => Principal.Parse($"arn:aws:iam::{account}:user/{name}");

    public static Principal Root(string account = Account) => Principal.Parse($"arn:aws:iam::{account}:root");

    public static AccessQuestion Question(Principal principal, string action, string resource = "*", IRequestContext? context = null) =>
        new(principal, ActionName.Parse(action), ResourceName.Parse(resource), context);

    public static AccessQuestion Question(PrincipalSession session, string action, string resource = "*", IRequestContext? context = null) =>
        new(session, ActionName.Parse(action), ResourceName.Parse(resource), context);

    public static async Task<AccessResult> AskAsync(this IAuthorizer authorizer, Principal principal, string action, string resource = "*", IRequestContext? context = null) =>
        await authorizer.AuthorizeAsync(Question(principal, action, resource, context));

    public static async Task<AccessResult> AskAsync(this IAuthorizer authorizer, PrincipalSession session, string action, string resource = "*", IRequestContext? context = null) =>
        await authorizer.AuthorizeAsync(Question(session, action, resource, context));

    public static async Task<Decision> DecideAsync(this IAuthorizer authorizer, Principal principal, string action, string resource = "*", IRequestContext? context = null) =>
        (await authorizer.AskAsync(principal, action, resource, context)).Decision.Decision;

    /// <summary>A policy that allows where one context key equals one text.</summary>
    public static string AllowIf(string key, string value) => OnlyIf("StringEquals", key, value);

    /// <summary>A policy that allows under one condition.</summary>
    public static string OnlyIf(string condition, string key, string value) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition": { "{{condition}}": { "{{key}}":"{{value}}" } } }]}""";
}
