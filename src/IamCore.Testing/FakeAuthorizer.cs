using System.Collections.Concurrent;

namespace IamCore.Testing;

/// <summary>
/// An authorizer for tests of code that asks for authorization. It answers by rules instead of policies and records the questions. As in
/// IAM, a rule that denies
/// overrides one that allows, and what no rule matches is denied. Safe for concurrent use once its rules are configured.
/// </summary>
/// <example>
/// <code>
/// var authorizer = FakeAuthorizer.DenyAll().Allow("docs:Read", "arn:app:docs::123456789012:document/42");
/// await serviceUnderTest.OpenAsync(42);
/// authorizer.AssertAsked("docs:Read", "arn:app:docs::123456789012:document/42");
/// </code>
/// </example>
public sealed class FakeAuthorizer : IAuthorizer
{
    private readonly ConcurrentQueue<AskedQuestion> _asked = new();
    private readonly List<FakeRule> _rules = [];
    private readonly Decision _otherwise;
    private volatile Exception? _failure;

    private FakeAuthorizer(Decision otherwise) => _otherwise = otherwise;

    /// <summary>All questions with their answers, in the order asked.</summary>
    public IReadOnlyList<AskedQuestion> Asked => [.. _asked];

    /// <summary>Creates a fake that allows everything that no rule denies.</summary>
    /// <returns>The fake.</returns>
    public static FakeAuthorizer AllowAll() => new(Decision.Allow);

    /// <summary>Creates a fake that denies everything that no rule allows.</summary>
    /// <returns>The fake.</returns>
    public static FakeAuthorizer DenyAll() => new(Decision.ImplicitDeny);

    /// <summary>Adds a rule that allows. Patterns are those of policies: <c>*</c> and <c>?</c>; actions ignore case.</summary>
    /// <param name="action">The action, for example <c>docs:*</c>.</param>
    /// <param name="resource">A pattern of the resource's ARN, or <c>*</c>.</param>
    /// <param name="principal">A pattern of the principal's ARN or name.</param>
    /// <returns>This fake.</returns>
    public FakeAuthorizer Allow(string action, string resource = "*", string principal = "*") => With(Decision.Allow, action, resource, principal);

    /// <summary>Adds a rule that denies, whatever other rules allow.</summary>
    /// <param name="action">The action, for example <c>docs:*</c>.</param>
    /// <param name="resource">A pattern of the resource's ARN, or <c>*</c>.</param>
    /// <param name="principal">A pattern of the principal's ARN or name.</param>
    /// <returns>This fake.</returns>
    public FakeAuthorizer Deny(string action, string resource = "*", string principal = "*") => With(Decision.ExplicitDeny, action, resource, principal);

    /// <summary>Makes every further question fail, as if the directory could not be read.</summary>
    /// <param name="failure">The exception to throw; <see langword="null"/> to answer again.</param>
    /// <returns>This fake.</returns>
    public FakeAuthorizer Fail(Exception? failure)
    {
        _failure = failure;
        return this;
    }

    /// <summary>Clears the recorded questions.</summary>
    public void Clear() => _asked.Clear();

    /// <inheritdoc />
    public ValueTask<AccessResult> AuthorizeAsync(in AccessQuestion question, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<AccessResult>(cancellationToken);
        }

        return _failure is { } failure ? ValueTask.FromException<AccessResult>(failure) : new ValueTask<AccessResult>(Answer(question));
    }

    /// <inheritdoc />
    public ValueTask<ValueList<AccessResult>> AuthorizeAllAsync(ReadOnlyMemory<AccessQuestion> questions, CancellationToken cancellationToken = default)
    {
        if (_failure is { } failure)
        {
            return ValueTask.FromException<ValueList<AccessResult>>(failure);
        }

        var results = new AccessResult[questions.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Answer(questions.Span[i]);
        }

        return new ValueTask<ValueList<AccessResult>>([.. results]);
    }

    /// <inheritdoc />
    /// <remarks>There are no policies to evaluate, so the explanation is <see langword="null"/>.</remarks>
    public ValueTask<AccessExplanation> ExplainAsync(in AccessQuestion question, CancellationToken cancellationToken = default) =>
        _failure is { } failure
            ? ValueTask.FromException<AccessExplanation>(failure)
            : new ValueTask<AccessExplanation>(new AccessExplanation(Decide(in question), question.Principal, null));

    /// <summary>Fails the test unless a matching question was asked.</summary>
    /// <param name="action">A pattern of the action.</param>
    /// <param name="resource">A pattern of the resource.</param>
    /// <param name="principal">A pattern of the principal.</param>
    /// <exception cref="FakeAuthorizerException">No matching question was asked; the message lists the questions asked.</exception>
    public void AssertAsked(string action, string resource = "*", string principal = "*") =>
        Assert(FindAsked(action, resource, principal).Count > 0, $"Expected a question {Text(action, resource, principal)}, but it was not asked");

    /// <summary>Fails the test unless the given number of matching questions was asked.</summary>
    /// <param name="times">The expected number.</param>
    /// <param name="action">A pattern of the action.</param>
    /// <param name="resource">A pattern of the resource.</param>
    /// <param name="principal">A pattern of the principal.</param>
    /// <exception cref="FakeAuthorizerException">The number differs; the message lists the questions asked.</exception>
    public void AssertAsked(int times, string action, string resource = "*", string principal = "*")
    {
        var count = FindAsked(action, resource, principal).Count;
        Assert(count == times, FormattableString.Invariant($"Expected {times} questions {Text(action, resource, principal)}, but there were {count}"));
    }

    /// <summary>Fails the test if a matching question was asked.</summary>
    /// <param name="action">A pattern of the action.</param>
    /// <param name="resource">A pattern of the resource.</param>
    /// <param name="principal">A pattern of the principal.</param>
    /// <exception cref="FakeAuthorizerException">A matching question was asked.</exception>
    public void AssertNotAsked(string action = "*", string resource = "*", string principal = "*") =>
        Assert(FindAsked(action, resource, principal).Count == 0, $"Expected no question {Text(action, resource, principal)}, but it was asked");

    /// <summary>Fails the test unless all questions were allowed.</summary>
    /// <exception cref="FakeAuthorizerException">A question was denied; the message names the rule, or says that none
    /// matched.</exception>
    public void AssertAllAllowed() => Assert(_asked.All(a => a.Result.IsAllowed), "Expected every question to be allowed, but not all were");

    /// <summary>Finds the matching questions.</summary>
    /// <param name="action">A pattern of the action.</param>
    /// <param name="resource">A pattern of the resource.</param>
    /// <param name="principal">A pattern of the principal.</param>
    /// <returns>The questions, in the order asked.</returns>
    public IReadOnlyList<AskedQuestion> FindAsked(string action, string resource = "*", string principal = "*")
    {
        var rule = new FakeRule(Decision.Allow, action, resource, principal);
        return [.. _asked.Where(a => rule.Fits(a.Question))];
    }

    private static string Text(string action, string resource, string principal) =>
        $"{action} on {resource}{(principal == "*" ? "" : $" by {principal}")}";

    private FakeAuthorizer With(Decision decision, string action, string resource, string principal)
    {
        _rules.Add(new FakeRule(decision, action, resource, principal));
        return this;
    }

    private AccessResult Answer(AccessQuestion question)
    {
        var rule = FindRule(in question);
        var result = ResultOf(rule);
        _asked.Enqueue(new AskedQuestion(question, result, rule?.ToString()));
        return result;
    }

    private AccessResult Decide(in AccessQuestion question) => ResultOf(FindRule(in question));

    private AccessResult ResultOf(FakeRule? rule)
    {
        var decision = rule?.Decision ?? _otherwise;
        return new AccessResult(new AccessDecision(decision, decision == Decision.Allow ? PolicyTypes.None : PolicyTypes.Identity), AccessReason.None, 0);
    }

    private FakeRule? FindRule(in AccessQuestion question)
    {
        FakeRule? allowing = null;
        foreach (var rule in _rules)
        {
            if (rule.Fits(question))
            {
                if (rule.Decision == Decision.ExplicitDeny)
                {
                    return rule;
                }

                allowing ??= rule;
            }
        }

        return allowing;
    }

    private void Assert(bool isTrue, string expectation)
    {
        if (!isTrue)
        {
            var asked = _asked.IsEmpty ? "  nothing" : string.Join(Environment.NewLine, _asked.Select(a => $"  {a}"));
            throw new FakeAuthorizerException($"{expectation}. Asked was:{Environment.NewLine}{asked}");
        }
    }
}
