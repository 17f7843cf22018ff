namespace IamCore;

/// <summary>
/// Receives every decision after it was made, for example to write an audit log. Explanations and simulations are not reported.
/// </summary>
/// <remarks>
/// Called synchronously on the thread of the request. Implementations must be fast and must not throw: an exception reaches the caller
/// instead of the answer.
/// </remarks>
/// <example>
/// <code>
/// sealed class DenialLogger(ILogger&lt;DenialLogger&gt; logger) : IAccessObserver
/// {
///     public void OnDecided(in AccessEvent access)
///     {
///         if (!access.Result.IsAllowed)
///         {
///             logger.LogInformation("{Principal} was denied {Action}", access.Principal, access.Question.Action);
///         }
///     }
/// }
///
/// services.AddIamCore().AddObserver&lt;DenialLogger&gt;();
/// </code>
/// </example>
public interface IAccessObserver
{
    /// <summary>Called after a question was decided.</summary>
    /// <param name="access">The question and its answer.</param>
    void OnDecided(in AccessEvent access);
}
