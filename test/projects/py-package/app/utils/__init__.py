from .timing import *
from .names import *
