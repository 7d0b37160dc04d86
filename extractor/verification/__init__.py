"""Claims to checked claims: quotes placed, values judged, figures held against the other claims of the article."""

from extractor.verification.checking import Checker as Checker
from extractor.verification.checking import verify_claims as verify_claims
